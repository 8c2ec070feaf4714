#include "core/model/names.hpp"

#include <array>

namespace middleground {

template <>
std::span<const EnumName<OriginSystem>> names_of<OriginSystem>() {
    using enum OriginSystem;
    static constexpr std::array<EnumName<OriginSystem>, 13> names{{{other, "other", "Another program"},
                                                                  {salesforce, "salesforce", "Salesforce"},
                                                                  {hubspot, "hubspot", "HubSpot"},
                                                                  {pipedrive, "pipedrive", "Pipedrive"},
                                                                  {zoho, "zoho", "Zoho CRM"},
                                                                  {dynamics, "dynamics", "Dynamics 365"},
                                                                  {monday, "monday", "Monday.com"},
                                                                  {bitrix24, "bitrix", "Bitrix24"},
                                                                  {odoo, "odoo", "Odoo"},
                                                                  {vtiger, "vtiger", "Vtiger"},
                                                                  {copper, "copper", "Copper"},
                                                                  {close, "close", "Close"},
                                                                  {freshsales, "freshsales", "Freshsales"}}};
    return names;
}

template <>
std::span<const EnumName<ImportKind>> names_of<ImportKind>() {
    using enum ImportKind;
    static constexpr std::array<EnumName<ImportKind>, 5> names{{{deals, "deals", "Deals"},
                                                             {people, "people", "People"},
                                                             {roles, "roles", "Who is in which deal"},
                                                             {accounts, "accounts", "Accounts"},
                                                             {activities, "activities", "Tasks and activities"}}};
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
                                                                  {deal_ids, "deal_ids", "IDs of their deals"},
                                                                  {changed, "changed", "As of"},
                                                                  {tags, "tags", "Tags"},
                                                                  {own_field, "own_field", "A field of your own"}}};
    static_assert(names.back().value == own_field, "every field has its names, in the order of the enum");
    return names;
}

template <>
std::span<const EnumName<ImportedOutcome>> names_of<ImportedOutcome>() {
    using enum ImportedOutcome;
    static constexpr std::array<EnumName<ImportedOutcome>, 5> names{{{won, "won", "Won"},
                                                                  {lost, "lost", "Lost"},
                                                                  {no_decision, "no_decision", "No decision"},
                                                                  {open, "open", "Still open"},
                                                                  {unclear, "unclear", "Over, but not said how"}}};
    return names;
}

template <>
std::span<const EnumName<DecimalSign>> names_of<DecimalSign>() {
    using enum DecimalSign;
    static constexpr std::array<EnumName<DecimalSign>, 2> names{{{point, "point", "Point: 1.50"}, {comma, "comma", "Comma: 1,50"}}};
    return names;
}

template <>
std::span<const EnumName<SameNames>> names_of<SameNames>() {
    using enum SameNames;
    static constexpr std::array<EnumName<SameNames>, 2> names{{{several, "several", "Different deals"}, {one, "one", "One deal, the last row counts"}}};
    return names;
}

template <>
std::span<const EnumName<RepeatedId>> names_of<RepeatedId>() {
    using enum RepeatedId;
    static constexpr std::array<EnumName<RepeatedId>, 2> names{{{last, "last", "The last state of each deal"}, {first, "first", "The first state of each deal"}}};
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
