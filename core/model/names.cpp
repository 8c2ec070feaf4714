#include "core/model/names.hpp"

#include <array>

namespace middleground {

template <>
std::span<const EnumName<Function>> names_of<Function>() {
    using enum Function;
    static constexpr std::array<EnumName<Function>, 12> names{{{executive, "executive", "Executive"},
                                                               {finance, "finance", "Finance"},
                                                               {it, "it", "IT"},
                                                               {operations, "operations", "Operations"},
                                                               {marketing, "marketing", "Marketing"},
                                                               {sales, "sales", "Sales"},
                                                               {legal, "legal", "Legal"},
                                                               {procurement, "procurement", "Procurement"},
                                                               {security, "security", "Security"},
                                                               {hr, "hr", "HR"},
                                                               {end_user, "end_user", "End users"},
                                                               {other, "other", "Other"}}};
    return names;
}

template <>
std::span<const EnumName<Role>> names_of<Role>() {
    using enum Role;
    static constexpr std::array<EnumName<Role>, 6> names{{{decision_maker, "decision_maker", "Decision maker"},
                                                          {approver, "approver", "Approver"},
                                                          {evaluator, "evaluator", "Evaluator"},
                                                          {influencer, "influencer", "Influencer"},
                                                          {user, "user", "User"},
                                                          {gatekeeper, "gatekeeper", "Gatekeeper"}}};
    return names;
}

template <>
std::span<const EnumName<Stance>> names_of<Stance>() {
    using enum Stance;
    static constexpr std::array<EnumName<Stance>, 6> names{{{unknown, "unknown", "Unknown"},
                                                            {opposed, "opposed", "Opposed"},
                                                            {sceptical, "sceptical", "Sceptical"},
                                                            {neutral, "neutral", "Neutral"},
                                                            {supportive, "supportive", "Supportive"},
                                                            {champion, "champion", "Champion"}}};
    return names;
}

template <>
std::span<const EnumName<CommitmentEventKind>> names_of<CommitmentEventKind>() {
    using enum CommitmentEventKind;
    static constexpr std::array<EnumName<CommitmentEventKind>, 10> names{{{planned, "planned", "Planned"},
                                                                         {asked, "asked", "Asked"},
                                                                         {agreed, "agreed", "Agreed"},
                                                                         {declined, "declined", "Declined"},
                                                                         {kept, "kept", "Kept"},
                                                                         {broken, "broken", "Broken"},
                                                                         {due, "due", "Due date"},
                                                                         {reopened, "reopened", "Reopened"},
                                                                         {dropped, "dropped", "Dropped"},
                                                                         {not_needed, "not_needed", "Not needed"}}};
    return names;
}

template <>
std::span<const EnumName<Asker>> names_of<Asker>() {
    using enum Asker;
    static constexpr std::array<EnumName<Asker>, 2> names{{{us, "us", "We asked"}, {them, "them", "They asked"}}};
    return names;
}

template <>
std::span<const EnumName<CommitmentState>> names_of<CommitmentState>() {
    using enum CommitmentState;
    static constexpr std::array<EnumName<CommitmentState>, 8> names{{{planned, "planned", "Planned"},
                                                                     {asked, "asked", "Asked"},
                                                                     {agreed, "agreed", "Agreed"},
                                                                     {kept, "kept", "Kept"},
                                                                     {declined, "declined", "Declined"},
                                                                     {broken, "broken", "Broken"},
                                                                     {dropped, "dropped", "Dropped"},
                                                                     {not_needed, "not_needed", "Not needed"}}};
    return names;
}

template <>
std::span<const EnumName<PlanState>> names_of<PlanState>() {
    using enum PlanState;
    static constexpr std::array<EnumName<PlanState>, 9> names{{{kept, "kept", "Kept"},
                                                               {agreed, "agreed", "Agreed"},
                                                               {asked, "asked", "Asked"},
                                                               {ready, "ready", "Ready"},
                                                               {waiting, "waiting", "Waiting"},
                                                               {declined, "declined", "Declined"},
                                                               {broken, "broken", "Broken"},
                                                               {dropped, "dropped", "Dropped"},
                                                               {not_needed, "not_needed", "Not needed"}}};
    return names;
}

template <>
std::span<const EnumName<SharedState>> names_of<SharedState>() {
    using enum SharedState;
    static constexpr std::array<EnumName<SharedState>, 3> names{
        {{open, "open", "Open"}, {agreed, "agreed", "Agreed"}, {done, "done", "Done"}}};
    return names;
}

template <>
std::span<const EnumName<InteractionKind>> names_of<InteractionKind>() {
    using enum InteractionKind;
    static constexpr std::array<EnumName<InteractionKind>, 6> names{{{meeting, "meeting", "Meeting"},
                                                                     {call, "call", "Call"},
                                                                     {email, "email", "E-mail"},
                                                                     {demo, "demo", "Demo"},
                                                                     {workshop, "workshop", "Workshop"},
                                                                     {other, "other", "Other"}}};
    return names;
}

template <>
std::span<const EnumName<Direction>> names_of<Direction>() {
    using enum Direction;
    static constexpr std::array<EnumName<Direction>, 3> names{
        {{outbound, "outbound", "From us"}, {inbound, "inbound", "From them"}, {mutual, "mutual", "Both ways"}}};
    return names;
}

template <>
std::span<const EnumName<NextStepState>> names_of<NextStepState>() {
    using enum NextStepState;
    static constexpr std::array<EnumName<NextStepState>, 3> names{
        {{planned, "planned", "Planned"}, {happened, "happened", "Happened"}, {dropped, "dropped", "Dropped"}}};
    return names;
}

template <>
std::span<const EnumName<ConcernEventKind>> names_of<ConcernEventKind>() {
    using enum ConcernEventKind;
    static constexpr std::array<EnumName<ConcernEventKind>, 4> names{{{raised, "raised", "Raised"},
                                                                      {answered, "answered", "Answered"},
                                                                      {resolved, "resolved", "Resolved"},
                                                                      {reopened, "reopened", "Reopened"}}};
    return names;
}

template <>
std::span<const EnumName<ConcernState>> names_of<ConcernState>() {
    using enum ConcernState;
    static constexpr std::array<EnumName<ConcernState>, 3> names{
        {{open, "open", "Open"}, {answered, "answered", "Answered"}, {resolved, "resolved", "Resolved"}}};
    return names;
}

template <>
std::span<const EnumName<ConcernKind>> names_of<ConcernKind>() {
    using enum ConcernKind;
    static constexpr std::array<EnumName<ConcernKind>, 2> names{{{concern, "concern", "Concern"}, {question, "question", "Question"}}};
    return names;
}

template <>
std::span<const EnumName<PromiseEventKind>> names_of<PromiseEventKind>() {
    using enum PromiseEventKind;
    static constexpr std::array<EnumName<PromiseEventKind>, 3> names{
        {{made, "made", "Made"}, {kept, "kept", "Kept"}, {broken, "broken", "Broken"}}};
    return names;
}

template <>
std::span<const EnumName<PromiseState>> names_of<PromiseState>() {
    using enum PromiseState;
    static constexpr std::array<EnumName<PromiseState>, 3> names{
        {{open, "open", "Open"}, {kept, "kept", "Kept"}, {broken, "broken", "Broken"}}};
    return names;
}

template <>
std::span<const EnumName<TargetReason>> names_of<TargetReason>() {
    using enum TargetReason;
    static constexpr std::array<EnumName<TargetReason>, 2> names{
        {{buyer_event, "buyer_event", "The buyer's own event"}, {seller_target, "seller_target", "Our target"}}};
    return names;
}

template <>
std::span<const EnumName<Process>> names_of<Process>() {
    using enum Process;
    static constexpr std::array<EnumName<Process>, 2> names{
        {{seller_led, "seller_led", "We set the steps together"}, {buyer_led, "buyer_led", "The buyer sets the steps (RFP)"}}};
    return names;
}

template <>
std::span<const EnumName<Client>> names_of<Client>() {
    using enum Client;
    static constexpr std::array<EnumName<Client>, 3> names{
        {{unknown, "unknown", "Not known yet"}, {new_client, "new", "New customer"}, {current, "current", "Current customer"}}};
    return names;
}

template <>
std::span<const EnumName<AlternativeKind>> names_of<AlternativeKind>() {
    using enum AlternativeKind;
    static constexpr std::array<EnumName<AlternativeKind>, 3> names{
        {{competitor, "competitor", "Competitor"}, {in_house, "in_house", "Built in-house"}, {do_nothing, "do_nothing", "Do nothing"}}};
    return names;
}

template <>
std::span<const EnumName<WordingClass>> names_of<WordingClass>() {
    using enum WordingClass;
    static constexpr std::array<EnumName<WordingClass>, 7> names{{{tie_down, "tie_down", "Tie-down"},
                                                                  {false_urgency, "false_urgency", "False urgency"},
                                                                  {assumed_close, "assumed_close", "Takes the yes for granted"},
                                                                  {guilt, "guilt", "Guilt"},
                                                                  {seller_first, "seller_first", "Our reason, not theirs"},
                                                                  {vague, "vague", "Vague"},
                                                                  {pressure, "pressure", "Pressure"}}};
    return names;
}

}
