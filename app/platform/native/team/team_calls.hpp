#pragma once

#include "app/platform/native/team/team_line.hpp"

#include <nats/nats.h>

namespace middleground {

// What libnats calls back, with the line as closure.
struct TeamLine::Calls {
    static void closed(natsConnection*, void* line);
    static void problem(natsConnection* connection, natsSubscription*, natsStatus status, void* line);
    static void value(natsConnection*, natsSubscription*, natsMsg* message, void* line);
    static void heard(natsConnection*, natsSubscription*, natsMsg* message, void* line);
    static void answer(jsCtx*, natsMsg* message, jsPubAck* stored, jsPubAckErr* error, void* line);
};

}
