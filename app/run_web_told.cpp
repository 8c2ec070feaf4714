// What the page tells of files, links and what it was asked for: it waits in the platform for the next frame.
#include "app/platform/web/web_page.hpp"
#include "app/run_web_program.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/records/json_records.hpp"

#include <emscripten.h>

#include <cstdint>
#include <string>

using namespace middleground;

// `program` is what the page got by page_started.
extern "C" {

// `key` may be null: anything may have changed.
EMSCRIPTEN_KEEPALIVE void mg_storage_changed(Program* program, const char* key) {
    program->platform.add(event::StorageChanged{key ? key : ""});
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_file(Program* program, const char* name, const char* bytes, std::uint32_t size) {
    program->platform.add(event::FileOpened{name, std::string(bytes, size)});
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_file_failed(Program* program, const char* name, const char* why) {
    program->platform.add(event::FileFailed{Error{"The file cannot be read", std::string(name) + ": " + why, "Choose another file."}});
    program->wake();
}

// What looks at files did not come (web/readers.js): `names` of what was given.
EMSCRIPTEN_KEEPALIVE void mg_part_missing(Program* program, const char* names) {
    program->platform.add(event::FileFailed{Error{"The part of Middleground that looks at files did not load", names,
                                                  "Check the connection, then give it once more. From then on it is there without a network, too."}});
    program->wake();
}

// What the readers' worker said of a file (web/readers.js).
EMSCRIPTEN_KEEPALIVE void mg_records(Program* program, const char* json) {
    program->platform.add(event::RecordsRead{records::records_from_json(json)});
    program->wake();
}

// How many files are still to be read, and which of them is now.
EMSCRIPTEN_KEEPALIVE void mg_reading(Program* program, const char* name, int files) {
    program->platform.add(event::Reading{name, files});
    program->wake();
}

// Of another program. 1: it is no link, and to be read.
EMSCRIPTEN_KEEPALIVE int mg_given(Program* program, const char* text) {
    if (!io::looks_like_link(text)) return 1;
    program->platform.add(event::LinkOpened{text});
    program->wake();
    return 0;
}

EMSCRIPTEN_KEEPALIVE void mg_link(Program* program, const char* text) {
    program->platform.add(event::LinkOpened{text});
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_copied(Program* program, int ok) {
    program->platform.add(event::CopyDone{ok != 0});
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_letters_refused(Program* program) {
    program->platform.refuse_letters();
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_new_version(Program* program) {
    program->platform.add(event::NewVersion{});
    program->wake();
}

// `state` as in BackupFile, `why` what went wrong.
EMSCRIPTEN_KEEPALIVE void mg_backup_file(Program* program, const char* name, const char* why, int state, int written) {
    const BackupFile file{static_cast<BackupFile::State>(state), name, why};
    program->platform.add(event::BackupFileTold{file, written != 0});
    if (file.state != BackupFile::State::none) program->wake(); // that there might be one is not worth a frame
}
}
