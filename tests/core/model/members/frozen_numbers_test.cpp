// Numbers of enums that stand in links: none may ever change. New values go to the end, here as there.
#include "core/model/members/any_names.hpp"
#include "core/model/members/closing.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

namespace {

// Each key by its number, and a space.
template <typename E>
std::string keys_by_number() {
    const auto names = any_names<E>();
    std::string keys;
    for (std::size_t number = 0; number < names.size(); ++number) {
        keys += std::string(names.key_of(static_cast<std::uint8_t>(number))) + ' ';
    }
    return keys;
}

}

TEST_CASE("the numbers of enums in links are frozen") {
    CHECK(keys_by_number<Function>() == "executive finance it operations marketing sales legal procurement security hr end_user other ");
    CHECK(keys_by_number<Role>() == "decision_maker approver evaluator influencer user gatekeeper ");
    CHECK(keys_by_number<Stance>() == "unknown opposed sceptical neutral supportive champion ");
    CHECK(keys_by_number<CommitmentEventKind>() == "planned asked agreed declined kept broken due reopened dropped not_needed ");
    CHECK(keys_by_number<Asker>() == "us them ");
    CHECK(keys_by_number<InteractionKind>() == "meeting call email demo workshop other ");
    CHECK(keys_by_number<Direction>() == "outbound inbound mutual ");
    CHECK(keys_by_number<NextStepState>() == "planned happened dropped ");
    CHECK(keys_by_number<ConcernEventKind>() == "raised answered resolved reopened ");
    CHECK(keys_by_number<ConcernKind>() == "concern question ");
    CHECK(keys_by_number<PromiseEventKind>() == "made kept broken ");
    CHECK(keys_by_number<TargetReason>() == "buyer_event seller_target ");
    CHECK(keys_by_number<Process>() == "seller_led buyer_led ");
    CHECK(keys_by_number<Client>() == "unknown new current ");
    CHECK(keys_by_number<AlternativeKind>() == "competitor in_house do_nothing ");
    CHECK(keys_by_number<ClosedAs>() == "won lost no_decision ");
    CHECK(keys_by_number<OriginSystem>() == "other salesforce hubspot pipedrive zoho dynamics monday bitrix odoo vtiger copper close freshsales ");
    CHECK(keys_by_number<FieldKind>() == "text number date choice ");
    CHECK(keys_by_number<SharedState>() == "open agreed done ");
}
