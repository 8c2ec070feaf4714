#include "app/ui/cards/csv_choice.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace middleground {

namespace {

struct Form {
    std::string_view label;
    io::CsvForm form;
};
constexpr std::array forms{Form{"Commas, 1234.5", {',', '.'}}, Form{"For Excel in Europe: semicolons, 1234,5", io::CsvForm::european()},
                           Form{"Semicolons, 1234.5", {';', '.'}}, Form{"Tabs, 1234.5", {'\t', '.'}}, Form{"Tabs, 1234,5", {'\t', ','}}, Form{"Commas, 1234,5", {',', ','}}};

}

void draw_csv_choice(const Context& context) {
    const auto& ui = context.ui;
    const auto& current = context.document.settings.csv;
    std::vector<Choice> choices;
    int chosen = 0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        choices.push_back({forms[i].label});
        if (forms[i].form == current) chosen = static_cast<int>(i);
    }
    const float width = std::min(ui.px(320), ImGui::GetContentRegionAvail().x);
    if (const auto picked = select(ui, "Form of tables", choices, chosen, {.width = width, .show_label = true})) {
        auto settings = context.document.settings;
        settings.csv = forms[static_cast<std::size_t>(*picked)].form;
        context.act(action::SetSettings{std::move(settings)});
    }
}

}
