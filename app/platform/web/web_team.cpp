#include "app/platform/web/web_team.hpp"

#include "app/platform/web/web_page.hpp"

#include <string>
#include <variant>

namespace middleground {

namespace {

// Orders and revisions count up from 1: a page's number holds them.
void wish(TeamWish what, const std::string& text = {}, const std::string& bytes = {}, std::uint64_t order = 0, std::uint64_t revision = 0) {
    page_team(static_cast<int>(what), text.c_str(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), static_cast<double>(order),
              static_cast<double>(revision));
}

struct Asked {
    void operator()(const team::Put& put) const { wish(TeamWish::put, put.key, put.bytes, put.order, put.revision); }
    void operator()(const team::Get& get) const { wish(TeamWish::get, get.key, {}, get.order); }
    void operator()(const team::Remove& removal) const { wish(TeamWish::remove, removal.key, {}, removal.order, removal.revision); }
    void operator()(const team::Say& say) const { wish(TeamWish::say, {}, say.bytes); }
};

}

void WebTeam::open(const TeamAddress& address) {
    const auto& server = address.server;
    const auto& login = address.login;
    wish(TeamWish::open, server.websocket + '\n' + server.bucket + '\n' + std::to_string(server.replicas) + '\n' + login.user + '\n' + login.password);
}

void WebTeam::close() {
    wish(TeamWish::close);
}

void WebTeam::ask(std::vector<team::Order> orders) {
    for (const auto& order : orders) {
        std::visit(Asked(), order);
    }
}

}
