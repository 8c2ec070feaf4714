#include "tests/support/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include <span>
#include <string>

using namespace middleground;
using namespace middleground::test;

namespace {

// A line as sellers type it, and what is understood: the parts in a row, then what stays summary (see in_words).
struct Row {
    std::string_view line;
    std::string_view understood;
};

void check_rows(std::span<const Row> rows) {
    const auto deal = log_deal();
    for (const auto& row : rows) {
        const auto read = read_log_line(row.line, deal, english_log(), log_today());
        INFO(row.line);
        CHECK(in_words(read, deal) == row.understood);
        CHECK(broken_promise(read, row.line, deal).empty());
    }
}

constexpr Row talks[]{
    {"Tom called: loves it", "Tom Hadley | call from | = Loves it"},
    {"email from Priya: sent the answers", "email from | Priya Nair | = Sent the answers"},
    {"call with Jon", "call with | new Jon? | = "},
    {"call marcsu: hi there", "call with | new marcsu or Marcus Olsen? | = Hi there"},
    {"met Anna K: loves it", "meeting with | Anna Kruse | = Loves it"},
    {"MO called yesterday", "Marcus Olsen | call from | day 2026-06-15 | = "},
    {"call will yesterday: ok", "call with | Will Turner | day 2026-06-15 | = Ok"},
    {"demo went well, Priya liked it", "demo with | = demo went well, Priya liked it"},
    {"Elena Brandt and Tom Hadley visited us on 12.6., asked for explore",
     "Elena Brandt | Tom Hadley | meeting from | day 2026-06-12 | asked by them Explore | = "},
    {"left a voicemail for Judith", "call to | Judith Kramer | = "},
    {"met Marcus Reed and Elena", "meeting with | new Marcus Reed or Marcus Olsen? | Elena Brandt | = "},
    {"call Lisa yesterday", "call with | new Lisa? | day 2026-06-15 | = "},
    {"Lisa called, wants a demo", "new Lisa? | call from | = Wants a demo"},
    {"met Jan de Vries, Elena and Tom on fri", "meeting with | new Jan de Vries? | Elena Brandt | Tom Hadley | day 2026-06-12 | = "},
    {"met Elena, Budget: 200k", "meeting with | Elena Brandt | = Budget: 200k"},
    {"Met Tom Hadly", "meeting with | new Tom Hadly or Tom Hadley? | = "},
    {"met elena and tomm", "meeting with | Elena Brandt | new tomm or Tom Hadley? | = "},
    {"i called marcus, no answer", "call with | Marcus Olsen | = No answer"},
    {"call with marcus olsen on 2026-06-12: ok", "call with | Marcus Olsen | day 2026-06-12 | = Ok"},
    {"3 jun call marcus", "day 2026-06-03 | call with | Marcus Olsen | = "},
    {"marcus called back", "Marcus Olsen | call from | = "},
    {"got an email from Priya: 12 questions about hosting", "email from | Priya Nair | = 12 questions about hosting"},
    {"priya wrote: where are the answers?", "Priya Nair | email from | = Where are the answers?"},
    {"call Rob, Mark and May yesterday", "call with | Rob O'Hara | Mark Reed | May Lund | day 2026-06-15 | = "},
    {"call rob and mark yesterday", "call with | Rob O'Hara | Mark Reed | day 2026-06-15 | = "},
    {"rob called", "Rob O'Hara | call from | = "},
    {"mark called: budget ok", "Mark Reed | call from | = Budget ok"},
    {"met anne-marie and joerg: loves the slots", "meeting with | Anne-Marie Dupont | Jörg Müller | = Loves the slots"},
    {"met Mueller yesterday", "meeting with | Jörg Müller | day 2026-06-15 | = "},
    {"met Müller and O'Hara", "meeting with | Jörg Müller | Rob O'Hara | = "},
    {"OHara called", "Rob O'Hara | call from | = "},
    {"FW: hosting questions from Priya", "email from | = Hosting questions from Priya"},
    {"email from Priya, asked for time", "email from | Priya Nair | asked by them Time | = "},
    {"demo on 3 June: loved it", "demo with | day 2026-06-03 | = Loved it"},
    {"lunch with Marcus", "meeting with | Marcus Olsen | = "},
    {"call ELENA BRANDT", "call with | Elena Brandt | = "},
    {"call marcus 15/6", "call with | Marcus Olsen | day 2026-06-15 | = "},
    {"call marcus 13/6/26", "call with | Marcus Olsen | day 2026-06-13 | = "},
    {"call marcus on 2026-06-15", "call with | Marcus Olsen | day 2026-06-15 | = "},
    {"call marcus on 31.2.", "call with | Marcus Olsen | = On 31.2."},
    {"call MArcus : ok", "call with | Marcus Olsen | = Ok"},
    {"call Marcus and Elena and Tom and Priya: all fine", "call with | Marcus Olsen | Elena Brandt | Tom Hadley | Priya Nair | = All fine"},
    {"call Marcus, Elena, Tom: all fine", "call with | Marcus Olsen | Elena Brandt | Tom Hadley | = All fine"},
    {"call with Jon Snow from Kestrel and Marcus", "call with | new Jon Snow? | = From Kestrel and Marcus"},
    {"call Jonathan", "call with | new Jonathan? | = "},
    {"met Markus", "meeting with | new Markus or Marcus Olsen and Mark Reed? | = "},
    {"met Priyanka", "meeting with | new Priyanka? | = "},
    {"met Ann", "meeting with | which? Anna Berg, Anna Kruse and Anne-Marie Dupont | = "},
    {"met Anna Bergmann", "meeting with | new Anna Bergmann or Anna Berg and Anna Kruse? | = "},
    {"met Kramer, Judith", "meeting with | Judith Kramer | = "},
    {"EB called", "Elena Brandt | call from | = "},
    {"“call Marcus yesterday”: ok", "call with | Marcus Olsen | day 2026-06-15 | = Ok"},
    {"• call Marcus: ok", "call with | Marcus Olsen | = Ok"},
};

constexpr Row asks[]{
    {"call Marcus yesterday: budget frozen until Q4, invest declined, send payback sheet by fri",
     "call with | Marcus Olsen | day 2026-06-15 | concern Budget frozen until Q4 | declined Invest | promise Payback sheet by 2026-06-19 | "
     "= Budget frozen until Q4"},
    {"met Elena and Tom on 3 Jun, asked invest + review, Elena agreed by 15 Aug, next: workshop in 2 weeks",
     "meeting with | Elena Brandt | Tom Hadley | day 2026-06-03 | asked Invest | asked Review | agreed Invest and Review (Elena Brandt) by "
     "2026-08-15 | next Workshop on 2026-06-30 | = "},
    {"call Marcus: budget frozen until Q4, invest declined, send payback sheet by fri",
     "call with | Marcus Olsen | concern Budget frozen until Q4 | declined Invest | promise Payback sheet by 2026-06-19 | = Budget frozen "
     "until Q4"},
    {"invest declined: too expensive", "declined Invest: Too expensive | = "},
    {"met Anna on 15.6.: review agreed by 1.7.",
     "meeting with | which? Anna Berg and Anna Kruse | day 2026-06-15 | agreed Review by 2026-07-01 | = "},
    {"mo called, asked for invest", "asked Invest | = Mo called"},
    {"asked Elena for invest, she declined because budget is gone",
     "asked Invest (Elena Brandt) | declined Invest (Elena Brandt): Budget is gone | = "},
    {"spoke to Marcus about budget yesterday, invest: no", "call with | Marcus Olsen | day 2026-06-15 | declined Invest | = About budget"},
    {"3. März: met Elena; asked review", "day 2026-03-03 | meeting with | Elena Brandt | asked Review | = "},
    {"Elena agreed to invest by 15 Aug, Tom declined", "agreed Invest (Elena Brandt) by 2026-08-15 | declined Invest (Tom Hadley) | = "},
    {"asked invest and review, Elena agreed, Tom declined: no time",
     "asked Invest | asked Review | agreed Invest and Review (Elena Brandt) | declined Invest and Review (Tom Hadley): No time | = "},
    {"met Elena & Tom; agreed on review by end of July; i'll send notes tomorrow",
     "meeting with | Elena Brandt | Tom Hadley | agreed Review by 2026-07-31 | promise Notes by 2026-06-17 | = "},
    {"had a call with Marcus about pricing last tue, he said no to invest because budget is frozen",
     "call with | Marcus Olsen | day 2026-06-09 | declined Invest: Budget is frozen | = About pricing"},
    {"consensus agreed by fri", "agreed Build consensus by 2026-06-19 | = "},
    {"invest + review agreed", "agreed Invest and Review | = "},
    {"asked invest, review, explore", "asked Invest | asked Review | asked Explore | = "},
    {"we asked Elena to invest, she said yes, by 1 Sep", "asked Invest (Elena Brandt) | agreed Invest (Elena Brandt) by 2026-09-01 | = "},
    {"invest kept", "kept Invest | = "},
    {"review was kept", "kept Review | = "},
    {"asked Tom for time and explore", "asked Time (Tom Hadley) | asked Explore (Tom Hadley) | = "},
    {"call elena + tom yesterday re: pricing. explore kept",
     "call with | Elena Brandt | Tom Hadley | day 2026-06-15 | kept Explore | = Re: pricing."},
    {"spoke with elena brandt this morning, she agreed to review by 3.7.",
     "call with | Elena Brandt | agreed Review by 2026-07-03 | = This morning"},
    {"wrote to Judith, asked for time", "email to | Judith Kramer | asked Time | = "},
    {"asked Judith for time", "asked Time (Judith Kramer) | = "},
    {"requested time from Judith", "asked Time (Judith Kramer) | = "},
    {"May agreed to invest by 1 Sep", "agreed Invest (May Lund) by 2026-09-01 | = "},
    {"Will agreed to invest", "agreed Invest (Will Turner) | = "},
    {"Elena: invest agreed", "Elena Brandt | agreed Invest | = "},
    {"Elena declined invest (too expensive)", "declined Invest (Elena Brandt): Too expensive | = "},
    {"Elena said no to invest as it is too early", "declined Invest (Elena Brandt): It is too early | = "},
    {"invest - declined - no budget this year", "declined Invest: No budget this year | = "},
    {"asked to reserve the budget", "asked Reserve the budget | = "},
    {"asked for consensus, Elena agreed", "asked Build consensus | agreed Build consensus (Elena Brandt) | = "},
    {"email from Priya, I asked for time", "email from | Priya Nair | asked Time | = "},
    {"call Marcus: invest declined: too expensive, send new offer by 30.6.",
     "call with | Marcus Olsen | declined Invest: Too expensive | promise New offer by 2026-06-30 | = "},
    {"call marcus yesterday, tom agreed to explore by friday",
     "call with | Marcus Olsen | day 2026-06-15 | agreed Explore (Tom Hadley) by 2026-06-19 | = "},
    {"coffee w Elena on 10/6: review kept", "meeting with | Elena Brandt | day 2026-06-10 or 2025-10-06 | kept Review | = "},
    {"meeting with Elena, Marcus & Tom on 10 June, asked invest, next: review on 25 June",
     "meeting with | Elena Brandt | Marcus Olsen | Tom Hadley | day 2026-06-10 | asked Invest | next Review (Review) on 2026-06-25 | = "},
    {"CALL MARCUS YESTERDAY: INVEST DECLINED", "call with | Marcus Olsen | day 2026-06-15 | declined Invest | = "},
    {"  call   Marcus  ,  invest   declined  ", "call with | Marcus Olsen | declined Invest | = "},
    {"call Marcus, Elena declined invest", "call with | Marcus Olsen | declined Invest (Elena Brandt) | = "},
};

constexpr Row others[]{
    {"email to Priya: sent the security answers, she will check with Marcus by tue",
     "email to | Priya Nair | gave Security answers | = She will check with Marcus by tue"},
    {"I will send the sheet to Elena by fri", "promise Sheet (Elena Brandt) by 2026-06-19 | = "},
    {"gave the checklist", "gave Checklist | = "},
    {"meeting tomorrow with Elena: prepare the figures", "next Meeting with Elena on 2026-06-17 | promise Prepare the figures | = "},
    {"call Judith on 18 Jun", "next Call Judith on 2026-06-18 | = "},
    {"next: build consensus on 12 Jul", "next Build consensus (Build consensus) on 2026-07-12 | = "},
    {"meet again on 12 Jul", "next Meet again on 2026-07-12 | = "},
    {"fwd from priya: 42 questions. send answers by 3/7",
     "email from | Priya Nair | promise Answers by 2026-07-03 or 2027-03-07 | = 42 questions."},
    {"next: workshop in 2 weeks", "next Workshop on 2026-06-30 | = "},
    {"workshop in 2 weeks", "next Workshop on 2026-06-30 | = "},
    {"ask Elena how he counts", "next Ask Elena how he counts | = "},
    {"back in 2 weeks", "next Back on 2026-06-30 | = "},
    {"quick call w/ marcus today - wants payback per depot, not convinced",
     "call with | Marcus Olsen | day 2026-06-16 | concern Not convinced | = Wants payback per depot, not convinced"},
    {"e-mail to marcus olsen and priya nair (security): shared pentest report",
     "email to | Marcus Olsen | Priya Nair | gave Pentest report | = (security)"},
    {"send Marcus the payback sheet by Fri and call Judith on 18 Jun",
     "promise Payback sheet (Marcus Olsen) by 2026-06-19 | next Call Judith on 2026-06-18 | = "},
    {"spoke to Tom: planners worried that they lose their work",
     "call with | Tom Hadley | concern Planners worried that they lose their work | = Planners worried that they lose their work"},
    {"From: nair@brightwater.example - 4 answers missing", "Priya Nair | concern 4 answers missing | = 4 answers missing"},
    {"todo: send offer by 30.6.", "promise Offer by 2026-06-30 | = "},
    {"action: check delivery dates w/ Tom", "promise Check delivery dates w/ Tom | = "},
    {"we promised to fix the import by mid July", "promise Fix the import by 2026-07-15 | = "},
    {"call marcus yesterday budget frozen, send sheet by fri",
     "call with | Marcus Olsen | day 2026-06-15 | concern Budget frozen | promise Sheet by 2026-06-19 | = Budget frozen"},
    {"met elena/marcus on 12. Juni: budget on hold",
     "meeting with | Elena Brandt | Marcus Olsen | day 2026-06-12 | concern Budget on hold | = Budget on hold"},
    {"1:1 with Tom on Monday - he fears that planners lose their jobs",
     "meeting with | Tom Hadley | day 2026-06-15 | concern Planners lose their jobs | = He fears that planners lose their jobs"},
    {"call w/ Mr. Olsen last fri: not convinced, wants numbers",
     "call with | Marcus Olsen | day 2026-06-12 | concern Not convinced | = Not convinced, wants numbers"},
    {"Fwd: Priya: security answers missing", "email from | Priya Nair | concern Security answers missing | = Security answers missing"},
    {"budget frozen until Q4", "concern Budget frozen until Q4 | = budget frozen until Q4"},
    {"declined: too expensive", "concern Too expensive | = declined: too expensive"},
    {"send Priya the pentest report by 30 June", "promise Pentest report (Priya Nair) by 2026-06-30 | = "},
    {"send him the offer tomorrow", "promise Send him the offer by 2026-06-17 | = "},
    {"send Jon the offer", "promise Send Jon the offer | = "},
    {"forward contract to legal by mon", "promise Contract to legal by 2026-06-22 | = "},
    {"i'll check with legal", "promise Check with legal | = "},
    {"we'll prepare a demo for Tom by end of July", "promise Prepare a demo for Tom by 2026-07-31 | = "},
    {"todo: book room", "promise Book room | = "},
    {"next step: call Tom on fri", "next Call Tom on 2026-06-19 | = "},
    {"next steps - workshop with Tom", "next Workshop with Tom | = "},
    {"follow up with Judith next week", "next Follow up with Judith on 2026-06-22 | = "},
    {"call back tomorrow", "next Call back on 2026-06-17 | = "},
    {"demo on 3 July", "next Demo on 2026-07-03 | = "},
    {"demo with Tom and Priya on 3 July", "next Demo with Tom and Priya on 2026-07-03 | = "},
    {"raised: price and payback", "concern Price and payback | = raised: price and payback"},
    {"concern: send times, review declined", "concern Send times | declined Review | = Concern: send times"},
    {"raised: price", "concern Price | = raised: price"},
    {"Tom is worried that drivers say no", "concern Drivers say no (Tom Hadley) | = Tom is worried that drivers say no"},
    {"concern: hosting outside of the EU", "concern Hosting outside of the EU | = concern: hosting outside of the EU"},
    {"sent offer", "gave Offer | = "},
    {"sent offer to Marcus and copied Elena", "gave Offer to Marcus and copied Elena | = "},
    {"shared roadmap with Priya, loved it", "gave Roadmap with Priya | = Loved it"},
    {"brought a checklist", "gave Checklist | = "},
    {"call marcus tmrw", "next Call marcus on 2026-06-17 | = "},
    {"call them back", "next Call them back | = "},
    {"call Marcus — budget cut — send offer", "call with | Marcus Olsen | concern Budget cut | promise Offer | = Budget cut"},
};

constexpr Row plain_lines[]{
    {"did not ask for invest", "= did not ask for invest"},
    {"invest not discussed", "= invest not discussed"},
    {"will send the sheet", "= will send the sheet"},
    {"Budget is fine and everybody is happy", "= Budget is fine and everybody is happy"},
    {"call center is overloaded", "= call center is overloaded"},
    {"invest agreed?", "= invest agreed?"},
    {"will they agree to invest?", "= will they agree to invest?"},
    {"no concerns, all good", "= no concerns, all good"},
    {"next week she is away", "= next week she is away"},
    {"re: security - priya answered", "= re: security - priya answered"},
    {"budget agreed", "= budget agreed"},
    {"not agreed to invest", "= not agreed to invest"},
    {"they want to invest", "= they want to invest"},
    {"Marcus might invest by fri", "= Marcus might invest by fri"},
    {"asked to change the date", "= asked to change the date"},
    {"what did Marcus say?", "= what did Marcus say?"},
    {"Call mit Marcus am 12.6.: ok", "= Call mit Marcus am 12.6.: ok"},
    {"may agree to invest next week", "= may agree to invest next week"},
    {"marking up the offer, robbing time", "= marking up the offer, robbing time"},
    {"Re: offer", "= Re: offer"},
    {"Payback sheet is with finance", "= Payback sheet is with finance"},
    {"invest", "= invest"},
    {"review the contract", "= review the contract"},
    {"change of plan", "= change of plan"},
    {"time", "= time"},
    {"decide by fri", "= decide by fri"},
    {"agreed", "= agreed"},
    {"asked for budget", "= asked for budget"},
    {"never asked for invest", "= never asked for invest"},
    {"we did not discuss invest", "= we did not discuss invest"},
    {"if invest is agreed we start in May", "= if invest is agreed we start in May"},
    {"invest agreed if price drops", "= invest agreed if price drops"},
    {"invest not agreed", "= invest not agreed"},
    {"invest almost agreed", "= invest almost agreed"},
    {"no invest agreed", "= no invest agreed"},
    {"should have asked for invest", "= should have asked for invest"},
    {"asked Elena for invest? ", "= asked Elena for invest?"},
    {"we agreed to review", "= we agreed to review"},
    {"I will not send anything", "= I will not send anything"},
    {"need to think about it", "= need to think about it"},
    {"next?", "= next?"},
    {"concerns resolved", "= concerns resolved"},
    {"hosting concern answered", "= hosting concern answered"},
    {"not worried about price", "= not worried about price"},
    {"he sent the figures", "= he sent the figures"},
    {"gave no answer", "= gave no answer"},
    {"cal marcus: ok", "= cal marcus: ok"},
    {"met J Kramer", "= met J Kramer"},
    {"call the customer", "= call the customer"},
};

}

TEST_CASE("how they talked, with whom and when", "[log_line]") {
    check_rows(talks);
}

// What they want of us, and when not.
constexpr Row theirs[]{
    {"asked us for a review", "asked by them Review | = "},
    {"Priya asked for a review", "asked by them Review (Priya Nair) | = "},
    {"she asked for time", "asked by them Time | = "},
    {"they asked for the budget decision", "= they asked for the budget decision"},
    {"call Tom: he asks for invest and review", "call with | Tom Hadley | asked by them Invest | asked by them Review | = "},
    {"email from Priya: I asked for time", "email from | Priya Nair | asked Time | = "},
    {"she did not ask for time", "= she did not ask for time"},
    {"Elena might ask for time", "= Elena might ask for time"},
    {"they asked for time if we are quick", "= they asked for time if we are quick"},
    {"declined invest, not before Q4", "declined Invest not before 2026-10-01 | = "},
    {"Elena declined invest: no people, not before 1 Oct", "declined Invest (Elena Brandt) not before 2026-10-01: No people | = "},
    {"Elena agreed to invest, not before October", "agreed Invest (Elena Brandt) not before 2026-10-01 | = "},
    {"invest: no, not until Q4", "declined Invest not before 2026-10-01 | = "},
    {"agreed to review not before 1 Oct", "agreed Review not before 2026-10-01 | = "},
    {"declined invest, not before they have looked", "declined Invest | = Not before they have looked"},
    {"not before Q4", "= not before Q4"},
    {"question: who hosts it?", "question Who hosts it? | = question: who hosts it?"},
    {"call Priya, question: who hosts it?", "call with | Priya Nair | question Who hosts it? | = Question: who hosts it?"},
    {"Priya wants to know who hosts it", "question Who hosts it (Priya Nair) | = Priya wants to know who hosts it"},
    {"questions answered", "= questions answered"},
    {"question of price is open", "= question of price is open"},
    {"who hosts it?", "= who hosts it?"},
    {"review not needed", "= review not needed"},
};

TEST_CASE("what they asked for, when not before, and what they want to know", "[log_line]") {
    check_rows(theirs);
}

TEST_CASE("what was asked for and what was answered", "[log_line]") {
    check_rows(asks);
}

TEST_CASE("concerns, what was given, promises and next steps", "[log_line]") {
    check_rows(others);
}

TEST_CASE("what follows no pattern stays summary", "[log_line]") {
    check_rows(plain_lines);
}

// Where it was and what it was about may stand between how they talked, with whom and when.
constexpr Row asides[]{
    {"Workshop in Ulm on 3 June with Priya", "workshop with | day 2026-06-03 | Priya Nair | = In Ulm"},
    {"Meeting in Ulm on 3 June with Priya", "meeting with | day 2026-06-03 | Priya Nair | = In Ulm"},
    {"Workshop in Ulm with Priya", "workshop with | Priya Nair | = In Ulm"},
    {"Workshop in Ulm with Priya: loved it", "workshop with | Priya Nair | = In Ulm, loved it"},
    {"workshop at the plant in Ulm, with Priya and Tom: good", "workshop with | Priya Nair | Tom Hadley | = At the plant in Ulm, good"},
    {"met Priya in Ulm on Friday", "meeting with | Priya Nair | day 2026-06-12 | = In Ulm"},
    {"workshop in Ulm on 3 July with Priya", "next Workshop in Ulm with Priya on 2026-07-03 | = "},
    {"Call with Priya about pricing on 3 June", "call with | Priya Nair | day 2026-06-03 | = About pricing"},
    {"call with Priya about pricing on 3 june", "call with | Priya Nair | day 2026-06-03 | = About pricing"},
    {"call with Priya about the offer by Friday", "call with | Priya Nair | = About the offer by Friday"},
    {"call about pricing with Priya on 3 June: fine", "call with | Priya Nair | day 2026-06-03 | = About pricing, fine"},
    {"call with Priya about pricing on 3 July", "next Call with Priya about pricing on 2026-07-03 | = "},
    {"call about the offer by Friday with Priya", "call with | = call about the offer by Friday with Priya"},
    {"call about an offer for Priya", "call with | = call about an offer for Priya"},
    {"demo at their office went well with Priya", "demo with | = demo at their office went well with Priya"},
    {"Met anna h and priya on friday", "meeting with | new anna h or Anna Berg and Anna Kruse? | Priya Nair | day 2026-06-12 | = "},
    {"Met anna k and priya on friday", "meeting with | Anna Kruse | Priya Nair | day 2026-06-12 | = "},
    {"met Anna B. and Priya on Friday", "meeting with | Anna Berg | Priya Nair | day 2026-06-12 | = "},
    {"met Marcus H and Priya", "meeting with | new Marcus H or Marcus Olsen? | Priya Nair | = "},
    {"met anna w tom", "meeting with | which? Anna Berg and Anna Kruse | Tom Hadley | = "},
};

TEST_CASE("where it was and what it was about, ahead of people and day", "[log_line]") {
    check_rows(asides);
}

constexpr Row sent[]{
    {"sent Priya the interface description on Friday", "email to | Priya Nair | gave Interface description | day 2026-06-12 | = "},
    {"I sent the case study to Priya and Tom yesterday",
     "email to | gave Case study | Priya Nair | Tom Hadley | day 2026-06-15 | = "},
    {"Sent the case study to Anna Berg, sorry it was late", "email to | gave Case study | Anna Berg | = Sorry it was late"},
    {"sent Anna the sheet", "email to | which? Anna Berg and Anna Kruse | gave Sheet | = "},
    {"gave Tom the checklist on Friday", "Tom Hadley | gave Checklist | day 2026-06-12 | = "},
    {"sent the offer by Friday", "gave Offer by Friday | = "},
    {"call Elena: gave the checklist to Elena", "call with | Elena Brandt | gave Checklist | = "},
};

TEST_CASE("what was sent to somebody is a mail to them", "[log_line]") {
    check_rows(sent);
}

constexpr Row statements[]{
    {"Call with Priya - price is fine", "call with | Priya Nair | = Price is fine"},
    {"Priya: price is fine", "Priya Nair | = Price is fine"},
    {"call Tom: update was helpful, quote of the partner looks fine",
     "call with | Tom Hadley | = Update was helpful, quote of the partner looks fine"},
    {"call Tom: send what is missing by fri", "call with | Tom Hadley | promise What is missing by 2026-06-19 | = "},
    {"call Tom: check that the price is right", "call with | Tom Hadley | promise Check that the price is right | = "},
    {"call Tom: price the licences by fri", "call with | Tom Hadley | promise Price the licences by 2026-06-19 | = "},
    {"Change agreed by J\u00f6rg, by 8 August", "agreed Change (J\u00f6rg M\u00fcller) by 2026-08-08 | = "},
    {"Change agreed, on Friday", "agreed Change | day 2026-06-12 | = "},
    {"call Elena: promised her a quote by monday", "call with | Elena Brandt | promise Quote (Elena Brandt) by 2026-06-22 | = "},
    {"promised her a quote by monday", "promise Quote by 2026-06-22 | = "},
    {"met Elena and Tom, promised Tom to send the figures",
     "meeting with | Elena Brandt | Tom Hadley | promise Figures (Tom Hadley) | = "},
    {"Elena promised her team a quote", "= Elena promised her team a quote"},
    {"call Elena: promised it to her", "call with | Elena Brandt | = Promised it to her"},
    {"call Elena: I promised her the figures", "call with | Elena Brandt | promise Figures (Elena Brandt) | = "},
    {"call Elena: send her the figures by fri", "call with | Elena Brandt | promise Figures (Elena Brandt) by 2026-06-19 | = "},
    {"call Tom: quote sent, price stays", "call with | Tom Hadley | = Quote sent, price stays"},
    {"review agreed by Q3", "agreed Review by 2026-09-30 | = "},
    {"send the offer by July", "promise Offer by 2026-07-31 | = "},
    {"next: workshop in July", "next Workshop on 2026-07-01 | = "},
};

TEST_CASE("what is said of something is no promise, and days behind a comma count", "[log_line]") {
    check_rows(statements);
}

TEST_CASE("people of one name are told apart by what stands in brackets", "[log_line]") {
    auto deal = log_deal();
    deal.stakeholders[0].name = "Sora Kim (1)";
    deal.stakeholders[1].name = "Sora Kim (2)";
    for (const auto& row : {Row{"met Sora Kim (1) on Friday", "meeting with | Sora Kim (1) | day 2026-06-12 | = "},
                            Row{"met Sora Kim (1), Priya and Anna B. on Friday: ok",
                                "meeting with | Sora Kim (1) | Priya Nair | Anna Berg | day 2026-06-12 | = Ok"},
                            Row{"call Sora Kim (2) and Priya: ok", "call with | Sora Kim (2) | Priya Nair | = Ok"},
                            Row{"met Sora Kim on Friday", "meeting with | which? Sora Kim (1) and Sora Kim (2) | day 2026-06-12 | = "},
                            Row{"call Priya: 1 question is open", "call with | Priya Nair | = 1 question is open"}}) {
        INFO(row.line);
        const auto line = read_log_line(row.line, deal, english_log(), log_today());
        CHECK(in_words(line, deal) == row.understood);
        CHECK(broken_promise(line, row.line, deal).empty());
    }
}

TEST_CASE("what was promised and is given to that person keeps the promise", "[log_line]") {
    auto deal = log_deal();
    const auto& berg = deal.stakeholders[5].id;
    deal.promises.push_back({{"r00001"}, deal.opened, berg, "Send the case study", {}, {{PromiseEventKind::made, deal.opened, {}}}, {}});
    const auto keeps = [&](std::string_view line) {
        const auto read = read_log_line(line, deal, english_log(), log_today());
        for (const auto& part : read.parts) {
            if (const auto* given = std::get_if<LogGiven>(&part.meaning)) return given->keeps.text;
        }
        return std::string("nothing given");
    };
    CHECK(keeps("Sent the case study to Anna Berg, sorry it was late") == "r00001");
    CHECK(keeps("met Anna Berg: gave her the case study") == "r00001");
    CHECK(keeps("sent Anna Berg the case study") == "r00001");
    CHECK(keeps("Sent the case study to Tom").empty());
    CHECK(keeps("Sent a case study of Kestrel to Anna Berg").empty());
    deal.promises[0].events.push_back({PromiseEventKind::kept, deal.opened, {}});
    CHECK(keeps("Sent the case study to Anna Berg").empty());
}

TEST_CASE("a line end divides as a full stop does", "[log_line]") {
    CHECK(log_line_of_text(" as it is ") == " as it is ");
    CHECK(log_line_of_text("Call with Priya\r\n\r\nprice is fine\nNext: call 12 Jul\n") == "Call with Priya; price is fine. Next: call 12 Jul");
    CHECK(log_line_of_text("met Priya,\nTom:\nok!\nfine") == "met Priya, Tom: ok! fine");
    CHECK(log_line_of_text("\n\n").empty());
    const auto deal = log_deal();
    for (const auto& row : {Row{"Call with Priya\nprice is ok\nnext: call 12 Jul", "= Price is ok"},
                            Row{"Call with Priya\nprice is ok\rNext: call 12 Jul", "= Price is ok."}}) {
        const auto line = log_line_of_text(row.line);
        CHECK(in_words(read_log_line(line, deal, english_log(), log_today()), deal) ==
              "call with | Priya Nair | next Call on 2026-07-12 | " + std::string(row.understood));
    }
}
