#include "app/cli/team/team_config.hpp"

#include "app/platform/team_inbox.hpp"

namespace middleground::cli {

namespace {

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

std::string list_of(const std::vector<std::string>& texts, const std::string& between) {
    std::string list;
    for (const auto& text : texts) {
        list += (list.empty() ? "" : between) + quoted(text);
    }
    return list;
}

std::string address(const std::string& host, int port) {
    return host + ':' + std::to_string(port);
}

std::string tls_place(const std::string& host, bool is_local, const char* indent) {
    const std::string lines = "tls { cert_file: \"/etc/nats-server/tls/" + host + ".crt\", key_file: \"/etc/nats-server/tls/" + host + ".key\" }\n";
    return indent + (is_local ? "# Beyond this machine: " : std::string()) + lines;
}

// Nodes find each other by these; with TLS, since what they say crosses the network.
std::string cluster(const TeamPlan& plan, const TeamNode& node) {
    std::vector<std::string> routes;
    for (const auto& one : plan.nodes) {
        routes.push_back("nats-route://routes:" + plan.routes_password + '@' + address(one.host, one.routes));
    }
    return "cluster {\n  name: " + plan.server.bucket + "\n  listen: " + quoted(address(plan.is_local ? node.host : "0.0.0.0", node.routes)) +
           "\n  authorization { user: routes, password: " + quoted(plan.routes_password) + " }\n" + tls_place(node.host, plan.is_local, "  ") + "  routes: [\n    " +
           list_of(routes, "\n    ") + "\n  ]\n}\n";
}

}

std::string rights_of(const std::string& user, const std::string& bucket) {
    const std::string api = "$JS.API.";
    const std::string stream = "KV_" + bucket;
    const std::string here = "middleground." + bucket + ".here";
    const std::vector<std::string> publish{api + "INFO",
                                           api + "STREAM.INFO." + stream,
                                           api + "STREAM.CREATE." + stream,
                                           api + "STREAM.MSG.GET." + stream,
                                           api + "CONSUMER.CREATE." + stream,
                                           api + "CONSUMER.CREATE." + stream + ".>",
                                           api + "CONSUMER.INFO." + stream + ".*",
                                           api + "CONSUMER.DELETE." + stream + ".*",
                                           "$JS.FC." + stream + ".>",
                                           "$KV." + bucket + ".>",
                                           here};
    return "{\n        publish: [" + list_of(publish, ", ") + "]\n        subscribe: [" + list_of({team_inbox(user) + ".>", here}, ", ") + "]\n      }";
}

std::string node_config(const TeamPlan& plan, std::size_t number) {
    const auto& node = plan.nodes[number];
    const auto name = "node" + std::to_string(number + 1);
    const std::string everywhere = plan.is_local ? node.host : "0.0.0.0";
    std::string text = "# Node " + std::to_string(number + 1) + " of " + std::to_string(plan.nodes.size()) + " of the team \"" + plan.server.name +
                       "\": nats-server -c " + name +
                       ".conf\n"
                       "# After a change of users: nats-server --signal reload. Whoever is taken out of them is out at once.\n"
                       "# This file holds passwords: nobody but the server's own user should read it.\n";
    text += "server_name: " + name + "\nlisten: " + quoted(address(everywhere, node.client)) + '\n' + tls_place(node.host, plan.is_local, "");
    text += "max_payload: 1MB\n\njetstream {\n  store_dir: " + quoted(plan.data + '/' + name) + "\n  max_file_store: 10GB\n  max_memory_store: 256MB\n}\n\n";
    text += "# For the page, by way of nginx, which has the TLS: let nobody else come to this port.\nwebsocket {\n  listen: " + quoted(address(everywhere, node.websocket)) +
            "\n  no_tls: true\n";
    if (!plan.origin.empty()) text += "  allowed_origins: [" + quoted(plan.origin) + "]\n";
    text += "}\n\n";
    if (plan.nodes.size() > 1) text += cluster(plan, node) + '\n';
    text += "accounts {\n  TEAM {\n    jetstream: enabled\n    users: [\n";
    for (const auto& login : plan.logins) {
        text += "      { user: " + quoted(login.user) + ", password: " + quoted(login.password) + ", permissions: " + rights_of(login.user, plan.server.bucket) + " }\n";
    }
    return text + "    ]\n  }\n}\n";
}

std::string nginx_upstream(const TeamPlan& plan) {
    std::string text = "# Beside the server that has the page (in http { }): where the team's nodes listen for it.\nupstream middleground_team {\n";
    for (const auto& node : plan.nodes) {
        text += "    server " + address(node.host, node.websocket) + " max_fails=1 fail_timeout=5s;\n";
    }
    return text + "}\n";
}

std::string nginx_location(const TeamPlan& plan) {
    return "# Into the server { } that has the page: its way to the team.\nlocation = " + plan.server.websocket +
           " {\n"
           "    proxy_pass http://middleground_team/;\n"
           "    proxy_http_version 1.1;\n"
           "    proxy_set_header Upgrade $http_upgrade;\n"
           "    proxy_set_header Connection upgrade;\n"
           "    proxy_set_header Host $host;\n"
           "    proxy_connect_timeout 2s;\n"
           "    proxy_read_timeout 1h;\n"
           "    proxy_send_timeout 1h;\n"
           "    proxy_buffering off;\n"
           "}\n";
}

}
