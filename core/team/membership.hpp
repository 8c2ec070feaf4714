#pragma once

#include "core/base/error.hpp"
#include "core/codec/seal_key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Who is in which team: the server that keeps its bucket, and the key with which this person reads it. FORMATS.md has the texts.
namespace middleground::team {

// The team's secret. Whoever has it reads and writes every deal that is shared.
struct Key {
    io::SecretKey bytes{};
    bool operator==(const Key&) const = default;
};

// team.json, beside index.html: public, it holds no secret.
struct Server {
    std::string id;                // 32 hex digits, random: salt of the passphrase, and part of what every seal is bound to
    std::string name;              // "Brightwater Sales"
    std::string websocket;         // path on the page's own origin, "/team"; empty: the page cannot connect
    std::vector<std::string> nats; // addresses for the desktop program, one a node: "tls://nats1.brightwater.example:4222"
    std::string bucket;            // "middleground"
    int replicas = 1;              // 1, 3 or 5
    bool operator==(const Server&) const = default;
};
// A NATS user, one a person so that one can be revoked. Both empty: the server asks for none.
struct Login {
    std::string user;
    std::string password;
    bool operator==(const Login&) const = default;
};
struct Invitation {
    Server server;
    Login login;
    Key key;
    bool operator==(const Invitation&) const = default;
};
// What this place keeps under "team" once it has joined. It holds the key: never in a backup, a link or an export.
struct Membership {
    Server server;
    Login login;
    Key key;
    std::string me;   // of this person, in this place: 12 hex digits, random
    std::string name; // what colleagues read
    bool operator==(const Membership&) const = default;
};

inline constexpr std::string_view invitation_prefix = "#t1.";
inline constexpr std::string_view membership_entry = "team"; // in local storage

// Errors say what is wrong and where ("nats[1]"). Unknown members are passed over, so that later versions may add some.
Result<Server> read_server(std::string_view json);
std::string write_server(const Server& server);

// `link_base` is the page's address up to "#": "https://deals.example/". The invitation is that and "#t1.…".
std::string write_invitation(const Invitation& invitation, std::string_view link_base);
// A whole address, or the fragment with or without '#'. A link that was cut or changed anywhere gives one clear error.
Result<Invitation> read_invitation(std::string_view link);
bool looks_like_invitation(std::string_view text);

Result<Membership> read_membership(std::string_view json);
std::string write_membership(const Membership& membership);

// The team's key of its passphrase: Argon2id at the cost of protected links (64 MiB, a third of a second). Nothing without memory, or when
// the passphrase is empty or above io::most_passphrase_bytes.
std::optional<Key> key_of_passphrase(std::string_view passphrase, const Server& server);

// 12 hex digits for Membership::me, and 32 for Server::id, of random bytes.
std::string member_id_of(const std::array<unsigned char, 6>& random);
std::string server_id_of(const std::array<unsigned char, 16>& random);

}
