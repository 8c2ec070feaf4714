#include "tests/support/readers.hpp"

#include "core/base/text.hpp"
#include "core/codec/deflate.hpp"
#include "core/records/json_records.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <type_traits>

namespace middleground::test {

namespace {

void put_number(std::string& bytes, std::uint32_t number, int count) {
    for (int i = 0; i < count; ++i, number >>= 8) {
        bytes += static_cast<char>(number & 0xff);
    }
}

template <typename T>
concept Record = requires(T& thing) { T::members(thing, [](const char*, auto&) {}); };

struct Texts {
    std::string fault;

    void operator()(const char* name, const std::string& text) {
        if (first_invalid_utf8(text)) fault = std::string(name) + " is no UTF-8";
        for (const char c : text) {
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') fault = std::string(name) + " has a control character";
        }
    }
    template <Record T>
    void operator()(const char*, const T& thing) {
        T::members(thing, *this);
    }
    template <typename T>
    void operator()(const char* name, const std::optional<T>& thing) {
        if (thing) (*this)(name, *thing);
    }
    template <typename T>
    void operator()(const char* name, const std::vector<T>& list) {
        if constexpr (!std::is_same_v<T, std::vector<std::string>>) {
            for (const auto& one : list) {
                (*this)(name, one);
            }
        }
    }
    void operator()(const char*, const auto&) {}
};

}

readers::ReadOptions read_options() {
    static const io::Charsets charsets;
    return {*Date::parse("2026-06-10"), &charsets, 120};
}

records::FileRecords read_records(std::string_view bytes, std::string_view name) {
    auto read = readers::read_file(bytes, name, read_options());
    INFO(name << ": " << (read ? std::string() : read.error().message()));
    REQUIRE(read);
    CHECK(broken_promise(*read) == "");
    return *read;
}

Error read_refusal(std::string_view bytes, std::string_view name) {
    const auto read = readers::read_file(bytes, name, read_options());
    REQUIRE_FALSE(read);
    return read.error();
}

records::Mail one_mail(std::string_view bytes) {
    auto read = read_records(with_crlf(bytes), "message.eml");
    CHECK(read.kind == records::FileKind::mail);
    REQUIRE(read.mails.size() == 1);
    return read.mails.front();
}

std::string with_crlf(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

void for_each_cut(std::string_view bytes, const std::function<void(std::string_view)>& look) {
    const auto step = std::max<std::size_t>(bytes.size() / 200, 1);
    for (std::size_t end = 0; end < bytes.size(); end += step) {
        look(bytes.substr(0, end));
    }
}

std::string broken_promise(const records::FileRecords& records) {
    Texts texts;
    records::FileRecords::members(records, texts);
    if (!texts.fault.empty()) return texts.fault;
    const auto back = records::records_from_json(records::records_as_json(records));
    if (!back) return back.error().message();
    return *back == records ? std::string() : "what was handed over as text is not the same";
}

std::string zip_of(const std::vector<ZipPart>& parts, std::uint32_t said_size) {
    std::string bytes, directory;
    for (const auto& part : parts) {
        const std::string_view content = part.content;
        const auto packed = io::deflated(std::span(&content, 1), {});
        const auto offset = static_cast<std::uint32_t>(bytes.size());
        const auto size = said_size > 0 ? said_size : static_cast<std::uint32_t>(content.size());
        std::string common;
        put_number(common, 20, 2);
        put_number(common, 0, 2);
        put_number(common, 8, 2);
        put_number(common, 0, 4);
        put_number(common, io::crc_32(content), 4);
        put_number(common, static_cast<std::uint32_t>(packed.size()), 4);
        put_number(common, size, 4);
        put_number(common, static_cast<std::uint32_t>(part.name.size()), 2);
        put_number(common, 0, 2);
        bytes += "PK\3\4" + common + part.name + packed;
        directory += "PK\1\2";
        put_number(directory, 20, 2);
        directory += common;
        put_number(directory, 0, 2);
        put_number(directory, 0, 2);
        put_number(directory, 0, 2);
        put_number(directory, 0, 4);
        put_number(directory, offset, 4);
        directory += part.name;
    }
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    bytes += directory;
    bytes += "PK\5\6";
    put_number(bytes, 0, 4);
    put_number(bytes, static_cast<std::uint32_t>(parts.size()), 2);
    put_number(bytes, static_cast<std::uint32_t>(parts.size()), 2);
    put_number(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    put_number(bytes, begin, 4);
    put_number(bytes, 0, 2);
    return bytes;
}

std::string workbook_of(const std::vector<std::pair<std::string, std::string>>& sheets, const std::vector<std::string>& shared) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string list, links = "<Relationship Id=\"rIdS\" Type=\"" + types + "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rIdT\" Type=\"" + types +
                              "styles\" Target=\"styles.xml\"/>";
    std::vector<ZipPart> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto number = std::to_string(i + 1);
        list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + types + "worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.push_back({"xl/worksheets/sheet" + number + ".xml", head + "<worksheet" + space + "><sheetData>" + sheets[i].second + "</sheetData></worksheet>"});
    }
    std::string texts;
    for (const auto& one : shared) {
        texts += "<si><t>" + one + "</t></si>";
    }
    parts.push_back({"[Content_Types].xml", head + "<Types/>"});
    parts.push_back({"_rels/.rels", head + "<Relationships><Relationship Id=\"rId1\" Type=\"" + types + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
    parts.push_back({"xl/workbook.xml", head + "<workbook" + space + " xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>"});
    parts.push_back({"xl/_rels/workbook.xml.rels", head + "<Relationships>" + links + "</Relationships>"});
    parts.push_back({"xl/sharedStrings.xml", head + "<sst" + space + ">" + texts + "</sst>"});
    parts.push_back({"xl/styles.xml", head + "<styleSheet" + space + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                                           "numFmtId=\"164\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"});
    return zip_of(parts);
}

}
