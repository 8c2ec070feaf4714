#include "core/readers/workbook/workbook.hpp"

#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/readers/words.hpp"
#include "core/readers/workbook/cell_format.hpp"
#include "core/readers/workbook/unzip.hpp"

#include <pugixml.hpp>

#include <charconv>
#include <map>
#include <optional>

namespace middleground::readers {

namespace {

// Programs write "x:row" as well as "row".
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.children()) {
        if (local_name(one) == name) return one;
    }
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.attributes()) {
        std::string_view own = one.name();
        if (own == name) return one.value();
        const auto colon = own.find(':');
        if (colon != std::string_view::npos && own.substr(colon + 1) == name) return one.value();
    }
    return {};
}

int whole(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The words of a text with formats in it ("<r><t>"), without those of its pronunciation.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const auto& one : node.children()) {
        if (local_name(one) == "t") text += one.child_value();
        else if (local_name(one) == "r") text += child(one, "t").child_value();
    }
    return text;
}

// "BC12" -> 54; -1: none.
int column_of(std::string_view place) {
    int column = 0;
    std::size_t letters = 0;
    for (; letters < place.size() && letters < 4; ++letters) {
        const char c = lower(place[letters]);
        if (c < 'a' || c > 'z') break;
        column = column * 26 + (c - 'a' + 1);
    }
    return letters == 0 ? -1 : column - 1;
}

class Workbook {
public:
    Workbook(Zip zip, records::FileRecords& records) : zip_(std::move(zip)), records_(records) {}

    Result<void> read() {
        const auto main = main_part();
        const auto folder = main.substr(0, main.rfind('/') + 1);
        pugi::xml_document book, links;
        if (auto fine = load(main, book); !fine) return fine;
        if (auto fine = load(folder + "_rels/" + main.substr(folder.size()) + ".rels", links); !fine) return fine;
        std::map<std::string, std::string, std::less<>> targets;
        for (const auto& link : links.document_element().children()) {
            const auto target = attribute(link, "Target");
            auto path = target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
            if (attribute(link, "Type").ends_with("/sharedStrings")) shared_path_ = path;
            if (attribute(link, "Type").ends_with("/styles")) styles_path_ = path;
            targets.emplace(attribute(link, "Id"), std::move(path));
        }
        const auto properties = child(book.document_element(), "workbookPr");
        from_1904_ = is_one_of(attribute(properties, "date1904"), {"1", "true"});
        if (auto fine = read_shared(); !fine) return fine;
        if (auto fine = read_styles(); !fine) return fine;
        for (const auto& entry : child(book.document_element(), "sheets").children()) {
            constexpr std::size_t most_sheets = 200;
            const auto target = targets.find(attribute(entry, "id"));
            if (target == targets.end() || target->second.find("worksheets/") == std::string::npos) continue; // a chart
            if (records_.sheets.size() >= most_sheets) break;
            records::Sheet sheet;
            sheet.name = printed_line(attribute(entry, "name"));
            sheet.hidden = attribute(entry, "state").starts_with("hidden") || attribute(entry, "state") == "veryHidden";
            if (auto fine = read_sheet(target->second, sheet); !fine) {
                records_.leave_out("sheet \u201c" + sheet.name + "\u201d", fine.error().what, fine.error().remedy);
                continue;
            }
            if (!sheet.rows.empty()) records_.sheets.push_back(std::move(sheet));
        }
        if (!records_.sheets.empty()) return {};
        if (!records_.left_out.empty()) return fail(records_.left_out.front().what, {}, records_.left_out.front().remedy);
        return fail("There is nothing in the workbook");
    }

private:
    std::string main_part() {
        pugi::xml_document links;
        if (zip_.has("_rels/.rels") && load("_rels/.rels", links)) {
            for (const auto& link : links.document_element().children()) {
                if (!attribute(link, "Type").ends_with("/officeDocument")) continue;
                const auto target = attribute(link, "Target");
                return std::string(target.starts_with('/') ? target.substr(1) : target);
            }
        }
        return "xl/workbook.xml";
    }

    Result<void> load(const std::string& path, pugi::xml_document& document) {
        const auto text = zip_.read(path, most_unpacked - std::min(unpacked_, most_unpacked));
        if (!text) return std::unexpected(text.error());
        unpacked_ += static_cast<std::uint32_t>(text->size());
        // Without a DOCTYPE: entities of its own are not known to the library, so none can grow.
        const auto parsed = document.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata);
        if (!parsed) return fail("The part " + printed_line(path) + " cannot be read: " + parsed.description(), {}, "Save it again, or export CSV.");
        return {};
    }

    Result<void> read_shared() {
        if (shared_path_.empty() || !zip_.has(shared_path_)) return {};
        pugi::xml_document document;
        if (auto fine = load(shared_path_, document); !fine) return fine;
        for (const auto& one : document.document_element().children()) {
            if (local_name(one) == "si") shared_.push_back(text_of(one));
        }
        return {};
    }

    Result<void> read_styles() {
        if (styles_path_.empty() || !zip_.has(styles_path_)) return {};
        pugi::xml_document document;
        if (auto fine = load(styles_path_, document); !fine) return fine;
        std::map<int, std::string_view> codes;
        for (const auto& one : child(document.document_element(), "numFmts").children()) {
            codes.emplace(whole(attribute(one, "numFmtId"), -1), attribute(one, "formatCode"));
        }
        for (const auto& one : child(document.document_element(), "cellXfs").children()) {
            const int format = whole(attribute(one, "numFmtId"), 0);
            const auto code = codes.find(format);
            shows_day_.push_back(shows_day(format, code == codes.end() ? std::string_view() : code->second));
        }
        return {};
    }

    std::string value_of(const pugi::xml_node& cell) const {
        const auto type = attribute(cell, "t");
        if (type == "inlineStr") return text_of(child(cell, "is"));
        const std::string value = child(cell, "v").child_value();
        if (type == "s") {
            const auto place = static_cast<std::size_t>(whole(value, -1));
            return place < shared_.size() ? shared_[place] : std::string();
        }
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "e") return {}; // "#N/A"
        if (type == "d") return value.substr(0, 10); // "2026-06-30T00:00:00"
        if (type == "str" || value.empty()) return value;
        const auto style = static_cast<std::size_t>(whole(attribute(cell, "s"), 0));
        return style < shows_day_.size() && shows_day_[style] ? day_of_serial(value, from_1904_) : plain_number(value);
    }

    Result<void> read_sheet(const std::string& path, records::Sheet& sheet) {
        pugi::xml_document document;
        if (auto fine = load(path, document); !fine) return fine;
        for (const auto& row : child(document.document_element(), "sheetData").children()) {
            if (sheet.rows.size() >= most_rows || cells_ >= most_cells) {
                records_.leave_out("sheet \u201c" + sheet.name + "\u201d", "There are more than " + std::to_string(sheet.rows.size()) + " rows; the rest was left out");
                break;
            }
            std::vector<std::string> cells;
            std::size_t next = 0; // the column of a cell that does not say its own
            for (const auto& cell : row.children()) {
                const int said = column_of(attribute(cell, "r"));
                const auto column = said < 0 ? next : static_cast<std::size_t>(said);
                next = column + 1;
                if (column >= most_columns) continue;
                auto value = printed_text(value_of(cell)); // any bytes may stand in it
                if (value.empty()) continue;
                if (cells.size() <= column) cells.resize(column + 1);
                cells[column] = std::move(value);
            }
            cells_ += cells.size();
            if (!cells.empty()) sheet.rows.push_back(std::move(cells));
        }
        return {};
    }

    Zip zip_;
    records::FileRecords& records_;
    std::string shared_path_, styles_path_;
    std::vector<std::string> shared_;
    std::vector<bool> shows_day_; // by style
    std::uint32_t unpacked_ = 0;
    std::size_t cells_ = 0;
    bool from_1904_ = false;
};

}

Result<void> read_workbook(std::string_view bytes, records::FileRecords& records) {
    auto zip = Zip::open(bytes);
    if (!zip) return std::unexpected(zip.error());
    return Workbook(std::move(*zip), records).read();
}

}
