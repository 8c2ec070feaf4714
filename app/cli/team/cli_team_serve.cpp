#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/team/cli_team.hpp"
#include "app/cli/team/team_config.hpp"
#include "app/platform/native/native_entropy.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/platform/team_inbox.hpp"
#include "core/base/text.hpp"
#include "core/codec/base64url.hpp"
#include "core/team/membership.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace middleground::cli {

namespace {

constexpr const char* command_name = "middleground team serve-config: ";
constexpr std::size_t longest_name = 64; // of a user or host
constexpr const char* bucket = "middleground";

struct File {
    std::string name;
    std::string text;
    bool is_secret = false;
};

bool is_plain(const std::string& text, std::string_view also) {
    return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || also.find(c) != std::string_view::npos;
    });
}

// "https://deals.example:8443/team/" -> its origin and the path before "team".
struct Url {
    std::string base; // with the last '/'
    std::string origin;
    std::string path;
};
std::optional<Url> url_of(std::string text) {
    if (text.find_first_of("#?\"\\ ") != std::string::npos) return {};
    const auto start = text.find("://");
    const auto scheme = text.substr(0, start);
    if (start == std::string::npos || (scheme != "https" && scheme != "http")) return {};
    if (!text.ends_with('/')) text += '/';
    const auto path = text.find('/', start + 3);
    const auto host = text.substr(start + 3, path - start - 3);
    const auto is_own = host.starts_with("localhost") || host.starts_with("127.0.0.1");
    if (host.empty() || (scheme == "http" && !is_own)) return {};
    return Url{text, text.substr(0, path), text.substr(path)};
}

// What is wrong with what was given; empty: nothing.
std::string fault_of(const ServeTeam& command) {
    if (trimmed(command.name).empty()) return "--name is empty. Give the team a name.";
    if (std::ranges::all_of(command.users, &std::string::empty)) return "--users names nobody. Write them as --users lena,otto.";
    for (std::size_t i = 0; i < command.users.size(); ++i) {
        const auto& user = command.users[i];
        if (!is_plain(user, "._-")) return "The user \"" + shortened(user, longest_name) + "\" has what a login may not have. Use letters without accents, digits, '.', '_' and '-'.";
        for (std::size_t before = 0; before < i; ++before) {
            if (team_inbox(user) == team_inbox(command.users[before])) return "The users \"" + command.users[before] + "\" and \"" + user + "\" could not be told apart. Change one of them.";
        }
    }
    if (!command.hosts.empty() && command.hosts.size() != static_cast<std::size_t>(command.nodes)) {
        return "--hosts names " + std::to_string(command.hosts.size()) + " for --nodes " + std::to_string(command.nodes) + ". Give one for each node.";
    }
    for (const auto& host : command.hosts) {
        if (!is_plain(host, ".-")) return "The host \"" + shortened(host, longest_name) + "\" is no name of a machine. Write it as nats1.example.com.";
    }
    if (!command.url.empty() && !url_of(command.url)) return "--url is no address of a page. Write it as https://deals.example.com/, without # and ?; http only for localhost.";
    return {};
}

std::optional<std::string> random_text(std::size_t bytes) {
    std::string text(bytes, '\0');
    if (!draw_entropy(std::span(reinterpret_cast<unsigned char*>(text.data()), text.size()))) return {};
    return io::to_base64url(text);
}

// Nothing: the system gives no chance, or there is not enough memory for the passphrase.
std::optional<TeamPlan> plan_of(const ServeTeam& command, const std::string& folder) {
    constexpr std::size_t password_bytes = 18;
    TeamPlan plan;
    std::array<unsigned char, 16> id{};
    const auto routes = random_text(password_bytes);
    if (!draw_entropy(id) || !routes) return {};
    plan.routes_password = *routes;
    plan.is_local = command.hosts.empty();
    plan.data = folder + "/data";
    plan.server.id = team::server_id_of(id);
    plan.server.name = std::string(trimmed(command.name));
    plan.server.bucket = bucket;
    plan.server.replicas = command.nodes;
    plan.server.websocket = "/team";
    if (const auto url = url_of(command.url)) {
        plan.server.websocket = url->path + "team";
        plan.origin = url->origin;
    }
    for (int number = 0; number < command.nodes; ++number) {
        TeamNode node;
        if (plan.is_local) {
            node = {"127.0.0.1", node.client + number, node.websocket + number, node.routes + number};
        } else {
            node.host = command.hosts[static_cast<std::size_t>(number)];
        }
        plan.server.nats.push_back((plan.is_local ? "nats://" : "tls://") + node.host + ':' + std::to_string(node.client));
        plan.nodes.push_back(std::move(node));
    }
    for (const auto& user : command.users) {
        auto password = random_text(password_bytes);
        if (!password) return {};
        plan.logins.push_back({user, std::move(*password)});
    }
    return plan;
}

// Says what is wrong.
std::optional<team::Key> key_for_team(const ServeTeam& command, const team::Server& server) {
    team::Key key;
    if (command.passphrase_file.empty()) {
        if (draw_entropy(key.bytes)) return key;
        say(std::string(command_name) + "The system gives no random numbers. Nothing was written.");
        return {};
    }
    const auto words = read_passphrase(command.passphrase_file);
    if (!words) {
        say_fault(source_name(command.passphrase_file), words.error());
        return {};
    }
    const auto made = team::key_of_passphrase(*words, server);
    if (!made) say_fault(source_name(command.passphrase_file), Error{"No key can be made of this passphrase", {}, "Use at most 1,024 bytes, and a machine with 64 MB of memory to spare."});
    return made;
}

std::string invitations(const ServeTeam& command, const TeamPlan& plan, const team::Key& key) {
    const auto url = url_of(command.url);
    std::string text = "# One for each person, who opens it once on each of their devices. Whoever has such a link reads all that the team shares: hand it over as you would a\n"
                       "# password, and delete this file afterwards.\n";
    for (const auto& login : plan.logins) {
        text += '\n' + login.user + '\n' + team::write_invitation({plan.server, login, key}, url ? url->base : std::string()) + '\n';
    }
    return text;
}

}

int run(const ServeTeam& command, Date) {
    if (const auto fault = fault_of(command); !fault.empty()) {
        say(command_name + fault);
        return wrong_usage;
    }
    std::error_code code;
    const auto folder = std::filesystem::absolute(command.folder, code).lexically_normal().string();
    if (code || folder.find_first_of("\"\\\n") != std::string::npos) {
        say_fault(command.folder, Error{"A configuration cannot name this folder", {}, "Use one without quotation marks and backslashes in its path."});
        return bad_input;
    }
    const auto plan = plan_of(command, folder);
    if (!plan) {
        say(std::string(command_name) + "The system gives no random numbers. Nothing was written.");
        return bad_input;
    }
    const auto key = key_for_team(command, plan->server);
    if (!key) return bad_input;
    std::vector<File> files;
    for (std::size_t number = 0; number < plan->nodes.size(); ++number) {
        files.push_back({"node" + std::to_string(number + 1) + ".conf", node_config(*plan, number), true});
    }
    files.push_back({"team.json", team::write_server(plan->server)});
    files.push_back({"nginx-upstream.conf", nginx_upstream(*plan)});
    files.push_back({"nginx-location.conf", nginx_location(*plan)});
    files.push_back({"invitations.txt", invitations(command, *plan, *key), true});
    for (const auto& file : files) {
        if (!exists(folder + '/' + file.name)) continue;
        say_fault(command.folder + '/' + file.name, Error{"This is there already, and its passwords may be in use", {}, "Choose another folder. Nothing was written."});
        return bad_input;
    }
    if (const auto made = make_folder(folder); !made) {
        say_fault(command.folder, made.error());
        return bad_input;
    }
    for (const auto& file : files) {
        const auto path = command.folder + '/' + file.name;
        if (const auto written = write_file_atomically(path, file.text, file.is_secret ? FileAccess::owner_only : FileAccess::usual); !written) {
            say_fault(path, written.error());
            return bad_input;
        }
        say("Wrote " + path);
    }
    say("Start each node with nats-server -c, put team.json beside the page's index.html and what nginx-*.conf says into nginx, and hand out invitations.txt.");
    return done;
}

}
