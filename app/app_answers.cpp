#include "app/app_impl.hpp"

#include "app/session/backup.hpp"
#include "app/session/diary/beliefs.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_store.hpp"
#include "app/session/update/update_files.hpp"
#include "app/ui/items_json.hpp"
#include "app/ui/shell/picture.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/popups.hpp"
#include "core/report/agenda_page.hpp"
#include "core/report/brief_page.hpp"
#include "core/report/json/state_json.hpp"
#include "core/report/plan_page.hpp"
#include "core/report/week_page.hpp"

#include <imgui.h>

#include <algorithm>

namespace middleground {

void App::Impl::save(SaveWhen when) {
    if (middleground::save(document, platform, when)) usage_known = false;
    const auto draft_due = draft_watch.due_in_ms(platform.now_ms());
    const bool again = when == SaveWhen::now && (draft_watch.has_failed() || view.log.open);
    if (again || (draft_due && (when == SaveWhen::now || *draft_due == 0))) {
        if (keep_log_draft(world())) {
            draft_watch.stored();
        } else {
            draft_watch.failed();
        }
        usage_known = false;
    }
}

void App::Impl::save_in_turn() {
    const auto due = save_in_ms();
    if (!due || *due > 0) return;
    if (platform.ask_turn()) {
        save(SaveWhen::when_due);
    } else {
        turn_asked = true;
    }
}

void App::Impl::keep_diaries() {
    put_down_beliefs(document, caches.forecasts.take_beliefs(), platform.now_ms());
}

Derived App::Impl::derived_with_forecast(const Deal& deal) {
    const auto knowledge = knowledge_of(document);
    const auto today = platform.today();
    // As the command line has it, which knows this deal only.
    if (caches.own_odds.any()) return derive_with_forecast(deal, knowledge, today);
    const auto plain = derive(deal, knowledge, today);
    // The forecasts outlive a change of the document's playbooks: what they are given does so, too.
    if (caches.own_odds.refresh(document, today)) caches.forecasts.clear();
    const Knowledge as_shown{caches.own_odds.playbooks(), document.wording};
    return derive(deal, knowledge, today, caches.forecasts.finished_gains(deal, plain, as_shown, shown_revision(document), today));
}

std::optional<App::PictureFrame> App::picture_frame() const {
    const auto& size = impl_->picture;
    if (!impl_->view.picture || size.x <= 0) return {};
    return PictureFrame{picture_window, size.x, size.y};
}

void App::picture_drawn(const std::optional<io::Raster>& raster) {
    auto& self = *impl_;
    if (!self.view.picture) return;
    const auto picture = self.view.picture->picture;
    self.view.picture.reset();
    save_picture(self.world(), picture, raster);
    self.redraw = true;
}

void App::force_colors(const std::optional<SystemColors>& colors) {
    impl_->forced_colors = colors;
    impl_->redraw = true;
}

void App::set_pixel_ratio(float) {
    // Fonts are rasterised at the framebuffer's density by the atlas itself; sizes are logical pixels.
    impl_->redraw = true;
}

bool App::is_importing() const {
    return impl_->import_goes_on;
}

bool App::has_work() const {
    return impl_->import_goes_on || impl_->count_goes_on || impl_->search_goes_on || impl_->doubles_go_on || impl_->caches.forecasts.has_work();
}

std::optional<std::int64_t> App::wake_in_ms() const {
    const auto& self = *impl_;
    if (self.redraw) {
        return 0;
    }
    const auto now = self.platform.now_ms();
    std::optional<std::int64_t> toast;
    if (self.view.toast) {
        const auto age = now - self.view.toast->since_ms;
        // 120 ms of sliding in, then still until it goes.
        toast = age < 150 && !self.platform.prefers_reduced_motion() ? 0 : std::max<std::int64_t>(0, toast_ms - age);
    }
    std::optional<std::int64_t> reading;
    if (const auto& read = self.view.imports.reading) {
        const auto age = now - read->since_ms;
        if (age < ReadingNow::patience_ms) reading = ReadingNow::patience_ms - age;
    }
    return earlier(earlier(earlier(toast, reading), self.save_in_ms()), self.team_in_ms());
}

std::int64_t App::now_ms() const {
    return impl_->platform.now_ms();
}

std::optional<int> App::steps_back() const {
    if (impl_->steps != 0) return {};
    return static_cast<int>(layers_of(impl_->document, impl_->view, impl_->phone).size()) + open_popups();
}

bool App::awaits_focus() const {
    return !impl_->view.focus_field.empty() || is_focus_awaited();
}

void App::back(int steps) {
    impl_->steps -= steps; // those before may still wait for their frame
    impl_->redraw = true;
}

void App::forward(int steps) {
    impl_->steps += steps;
    impl_->redraw = true;
}

bool App::is_still() const {
    return impl_->platform.prefers_reduced_motion();
}

bool App::take_turn() {
    auto& self = *impl_;
    self.turn_asked = false;
    self.save(SaveWhen::when_due);
    self.redraw = true; // what came of it
    const auto due = self.save_in_ms();
    self.turn_asked = due && *due <= 0; // the turn goes on
    return self.turn_asked;
}

std::string App::backup() {
    impl_->backup_revision = impl_->document.next_revision;
    return backup_of(impl_->document, impl_->platform);
}

void App::flush() {
    impl_->save(SaveWhen::now);
    if (impl_->document.team) settle_team(impl_->world());
}

std::uint32_t App::background_rgb() const {
    const auto color = impl_->theme.color.background;
    const auto channel = [&](int shift) { return static_cast<std::uint32_t>(color >> shift & 0xff); };
    return channel(IM_COL32_R_SHIFT) << 16 | channel(IM_COL32_G_SHIFT) << 8 | channel(IM_COL32_B_SHIFT);
}

std::string App::title() const {
    if (const auto* shown = buyer_plan_page_of(impl_->document)) return title_of(shown->plan);
    const auto* deal = shown_deal(impl_->document);
    // As mail programs say how much has come.
    const auto count = impl_->caches.agenda.count().value_or(0);
    const auto before = count > 0 ? '(' + std::to_string(count) + ") " : std::string();
    if (!deal) return before + "Middleground";
    return before + (deal->account.empty() ? deal->title : deal->account) + " - Middleground";
}

std::optional<std::string> App::printable_page() const {
    const auto& self = *impl_;
    if (const auto* shown = buyer_plan_page_of(self.document)) return paper_html(plan_paper(shown->plan));
    const auto* deal = shown_deal(self.document);
    if (screen_of(self.document) == Screen::today) {
        auto& caches = impl_->caches;
        const auto day = self.platform.today();
        return paper_html(agenda_paper(caches.agenda.all(self.document, caches.derived, caches.forecasts, day), day));
    }
    if (screen_of(self.document) == Screen::week) {
        auto& caches = impl_->caches;
        const auto record = caches.own_record.in_force(self.document.settings);
        const auto day = self.platform.today();
        return paper_html(week_paper(caches.week.of(self.document, caches.forecasts, record, day - 7 * self.view.week.back), day));
    }
    if (!deal || screen_of(self.document) != Screen::brief) return {};
    const auto today = self.platform.today();
    const auto knowledge = knowledge_of(self.document);
    return brief_page(brief_for(*deal, knowledge, impl_->derived_with_forecast(*deal), self.view.brief.subject, today));
}

std::string App::state_json() const {
    const auto* deal = shown_deal(impl_->document);
    if (!deal) return "null";
    return write_state(*deal, impl_->derived_with_forecast(*deal).assessment, impl_->platform.today());
}

bool App::is_saved() const {
    const auto& watch = impl_->draft_watch;
    return middleground::is_saved(impl_->document) && (!impl_->document.team || is_team_stored(impl_->document)) && !watch.has_failed() && !watch.due_in_ms(impl_->platform.now_ms());
}

bool App::keeps_something_here() const {
    return middleground::keeps_something_here(impl_->document) || impl_->draft_watch.has_failed();
}

bool App::warn_before_closing() {
    auto& self = *impl_;
    const std::string words = "Not everything is saved";
    if (self.view.error && self.view.error->what == words) return false;
    self.view.error = Error{words, {}, "The lines below say what is only in this window. Close the window again to leave without it."};
    self.redraw = true;
    return true;
}

std::string App::items_json() const {
    return items_to_json(impl_->items);
}

}
