#include "core/model/names.hpp"

#include <array>

namespace middleground {

template <>
std::span<const EnumName<OriginSystem>> names_of<OriginSystem>() {
    using enum OriginSystem;
    static constexpr std::array<EnumName<OriginSystem>, 4> names{{{other, "other", "Another program"},
                                                                  {salesforce, "salesforce", "Salesforce"},
                                                                  {hubspot, "hubspot", "HubSpot"},
                                                                  {pipedrive, "pipedrive", "Pipedrive"}}};
    return names;
}

template <>
std::span<const EnumName<ImportKind>> names_of<ImportKind>() {
    using enum ImportKind;
    static constexpr std::array<EnumName<ImportKind>, 4> names{
        {{deals, "deals", "Deals"}, {people, "people", "People"}, {roles, "roles", "Who is in which deal"}, {accounts, "accounts", "Accounts"}}};
    return names;
}

template <>
std::span<const EnumName<ImportField>> names_of<ImportField>() {
    using enum ImportField;
    static constexpr std::array<EnumName<ImportField>, import_field_count> names{{{nothing, "nothing", "Leave out"},
                                                                  {deal_id, "deal_id", "ID of the deal"},
                                                                  {title, "title", "Title"},
                                                                  {account, "account", "Account"},
                                                                  {account_id, "account_id", "ID of the account"},
                                                                  {amount, "amount", "Amount"},
                                                                  {currency, "currency", "Currency"},
                                                                  {stage, "stage", "Stage"},
                                                                  {status, "status", "Open, won or lost"},
                                                                  {is_won, "is_won", "Won: yes or no"},
                                                                  {is_closed, "is_closed", "Closed: yes or no"},
                                                                  {close_date, "close_date", "Target date"},
                                                                  {closed_on, "closed_on", "Closed on"},
                                                                  {created, "created", "Opened on"},
                                                                  {seller, "seller", "Seller"},
                                                                  {reason, "reason", "Why it was lost"},
                                                                  {notes, "notes", "Notes"},
                                                                  {contact_ids, "contact_ids", "IDs of the people"},
                                                                  {contacts, "contacts", "Names of the people"},
                                                                  {person_id, "person_id", "ID of the person"},
                                                                  {person_name, "person_name", "Name"},
                                                                  {first_name, "first_name", "First name"},
                                                                  {last_name, "last_name", "Last name"},
                                                                  {job_title, "job_title", "Position"},
                                                                  {department, "department", "Department"},
                                                                  {email, "email", "E-mail"},
                                                                  {phone, "phone", "Phone"},
                                                                  {role, "role", "Role"},
                                                                  {deal_ids, "deal_ids", "IDs of their deals"}}};
    static_assert(names.back().value == deal_ids, "every field has its names, in the order of the enum");
    return names;
}

template <>
std::span<const EnumName<ImportedOutcome>> names_of<ImportedOutcome>() {
    using enum ImportedOutcome;
    static constexpr std::array<EnumName<ImportedOutcome>, 3> names{
        {{won, "won", "Won"}, {lost, "lost", "Lost"}, {no_decision, "no_decision", "No decision"}}};
    return names;
}

template <>
std::span<const EnumName<DateOrder>> names_of<DateOrder>() {
    using enum DateOrder;
    static constexpr std::array<EnumName<DateOrder>, 3> names{
        {{ymd, "ymd", "Year, month, day"}, {dmy, "dmy", "Day, month, year"}, {mdy, "mdy", "Month, day, year"}}};
    return names;
}

}
