#include "app/ui/settings/backup_file.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

void offer(const Context& context, const char* label, BackupFileWish wish, const ButtonOptions& options = {}, ButtonKind kind = ButtonKind::link) {
    if (button(context.ui, kind, label, options)) context.act(action::KeepBackupFile{wish});
}

}

void draw_backup_file(const Context& context) {
    const auto& ui = context.ui;
    const auto& file = context.document.backup_file;
    if (file.state == BackupFile::State::impossible) return;
    gap(ui, 12);
    switch (file.state) {
    case BackupFile::State::impossible:
    case BackupFile::State::none:
        return offer(context, "Keep a backup file up to date", BackupFileWish::choose,
                     {.icon = icon::file_up, .tooltip = "You choose a file once; it is rewritten after changes"}, ButtonKind::outlined);
    case BackupFile::State::kept:
        text_wrapped(ui, TextStyle::body, file.name + " is rewritten after changes.");
        break;
    case BackupFile::State::asks:
        text_wrapped(ui, TextStyle::body, "The browser wants you to allow " + file.name + " again.");
        offer(context, "Allow the file", BackupFileWish::renew);
        same_line(ui, 12);
        break;
    case BackupFile::State::failed:
        icon_text(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, file.name + " was not written: " + file.why);
        offer(context, "Write it again", BackupFileWish::renew);
        same_line(ui, 12);
        break;
    }
    offer(context, "Another file", BackupFileWish::choose);
    same_line(ui, 12);
    offer(context, "Stop keeping it up to date", BackupFileWish::drop);
}

}
