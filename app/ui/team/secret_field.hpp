#pragma once

#include "app/ui/widgets/field/field.hpp"

#include <string>
#include <string_view>

namespace middleground {

// What stands above a field that says the same of itself to whoever cannot see it.
void field_caption(const Ui& ui, std::string_view words);

struct SecretField {
    std::string_view placeholder;
    float width = 0;
    int max_bytes = 500;
    bool show_button = false; // beside it, for this and all others of the form
    bool focus = false;
};
// A labelled field whose text is noted nowhere, as dots unless `shown`.
FieldEvent secret_field(const Ui& ui, std::string_view label, std::string& value, bool& shown, const SecretField& options);

}
