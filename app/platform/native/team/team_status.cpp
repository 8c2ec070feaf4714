#include "app/platform/native/team/team_status.hpp"

#include <nats/nats.h>

#include <string_view>
#include <type_traits>

namespace middleground {

namespace {

TeamTrouble trouble_of(int status, int code, std::string_view said, TeamTrouble otherwise) {
    switch (code) {
    case JSAccountResourcesExceededErr:
    case JSInsufficientResourcesErr:
    case JSMemoryResourcesExceededErr:
    case JSStorageResourcesExceededErr:
    case JSStreamStoreFailedErr:
    case JSStreamMaxStreamBytesExceededErr:
        return TeamTrouble::full;
    case JSStreamMessageExceedsMaximumErr:
        return TeamTrouble::too_large;
    case JSNotEnabledErr:
    case JSNotEnabledForAccountErr:
        return TeamTrouble::no_part;
    default:
        break;
    }
    switch (status) {
    case NATS_CONNECTION_AUTH_FAILED:
        return TeamTrouble::login;
    case NATS_NO_RESPONDERS:
        return TeamTrouble::no_part;
    case NATS_NOT_PERMITTED:
        return TeamTrouble::no_rights;
    case NATS_SSL_ERROR:
    case NATS_SECURE_CONNECTION_WANTED:
    case NATS_SECURE_CONNECTION_REQUIRED:
        return TeamTrouble::untrusted;
    case NATS_MAX_PAYLOAD:
        return TeamTrouble::too_large;
    case NATS_TIMEOUT:
        return otherwise == TeamTrouble::nobody ? otherwise : TeamTrouble::slow;
    case NATS_CONNECTION_CLOSED:
    case NATS_CONNECTION_DISCONNECTED:
    case NATS_STALE_CONNECTION:
        return otherwise == TeamTrouble::nobody ? otherwise : TeamTrouble::lost;
    default:
        return said.find("uthorization") != std::string_view::npos ? TeamTrouble::login : otherwise;
    }
}

}

TeamFailure failure_of(int status, int code, TeamTrouble otherwise) {
    const char* last = nats_GetLastError(nullptr);
    std::string said = last && *last ? last : natsStatus_GetText(static_cast<natsStatus>(status));
    const auto trouble = trouble_of(status, code, said, otherwise);
    return {trouble, std::move(said)};
}

bool is_removal(natsMsg* message) {
    const char* operation = nullptr;
    if (natsMsgHeader_Get(message, "KV-Operation", &operation) != NATS_OK || !operation) return false;
    return std::string_view(operation) == "DEL" || std::string_view(operation) == "PURGE";
}

std::string bytes_of(natsMsg* message) {
    return {natsMsg_GetData(message), static_cast<std::size_t>(natsMsg_GetDataLength(message))};
}

std::uint64_t order_number(const team::Order& order) {
    return std::visit(
        [](const auto& one) -> std::uint64_t {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, team::Say>) return 0;
            else return one.order;
        },
        order);
}

std::string order_key(const team::Order& order) {
    return std::visit(
        [](const auto& one) -> std::string {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, team::Say>) return {};
            else return one.key;
        },
        order);
}

std::string addresses(const team::Server& server) {
    std::string text;
    for (const auto& one : server.nats) {
        text += (text.empty() ? "" : ", ") + one;
    }
    return text;
}

}
