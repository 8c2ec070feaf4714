#include "app/app_impl.hpp"

#include "app/session/backup.hpp"
#include "app/session/imports.hpp"
#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/store/store_news.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/intake/update_intake.hpp"
#include "app/session/update/update_open.hpp"
#include "app/session/update/update_workspace.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/shell/picture.hpp"
#include "app/ui/widgets/popups.hpp"
#include "generated/assets.hpp"

#include <imgui_internal.h> // whether what is clipped is drawn

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace middleground {

namespace {

constexpr float narrowest = 320; // as wide as every page is laid out at least
constexpr float phone_below = 640;
constexpr int draft_frames = 600; // a draft not drawn for so many frames belongs to a field that is gone

// As the settings want it, as far as the window has room for: larger, words and numbers would fall off its edge.
float scale_for(int text_percent, float window_width) {
    const float wanted = static_cast<float>(text_percent) / 100.0f;
    return std::min(wanted, std::max(1.0f, window_width / narrowest));
}

}

App::App(Platform& platform) : impl_(std::make_unique<Impl>(platform)) {
    auto& document = impl_->document;
    load_all(document, platform);
    // First start: something to look at. Never again after that, whatever the user removed.
    if (!document.settings.samples_offered && !document.storage_error && document.entries.empty() && document.damaged.empty()) {
        add_samples(impl_->world());
    }
    std::vector<std::string> playbooks;
    for (const auto& entry : document.entries) {
        playbooks.push_back(entry.deal.playbook);
    }
    impl_->take_shipped(read_shipped_for(playbooks));
    impl_->caches.forecasts.wait();
    // What is for today, or back to the work that was left today. (Of samples nothing is for today: they are there to look at.)
    const bool own = has_own_open_deal(document);
    if (own) begin_with_today(impl_->world());
    if (!own || document.settings.last_open_on == platform.today()) {
        open_deal(impl_->world(), DealId(document.settings.last_open), Screen::deal);
    }
    if (own || !open_id(document).empty()) impl_->complete();
    impl_->refresh_theme();
}

App::~App() = default;

void App::Impl::take_shipped(Shipped shipped) {
    document.playbooks = std::move(shipped.playbooks);
    ++document.playbooks_revision;
    if (!document.own_playbooks.empty()) list_own_playbooks(document);
    document.wording = std::move(shipped.wording);
    document.log_words = std::move(shipped.log_words);
    if (shipped.problem) view.error = std::move(shipped.problem);
}

void App::Impl::complete() {
    if (is_complete) return;
    is_complete = true;
    first_playbooks = std::move(document.playbooks);
    take_shipped(read_shipped());
    caches.forecasts.start();
}

void App::Impl::refresh_theme() {
    theme.fonts = fonts;
    theme.dark = is_dark();
    theme.color = forced_colors ? forced_palette(*forced_colors) : theme.dark ? dark_palette() : light_palette();
    theme.scale = scale_for(document.settings.text_percent, ImGui::GetIO().DisplaySize.x);
    theme.touch = platform.has_touch();
    apply_style(theme);
}

void App::Impl::take_events() {
    for (auto& event : platform.take_events()) {
        redraw = true;
        complete(); // it may bring a deal
        if (const auto* changed = std::get_if<event::StorageChanged>(&event)) {
            usage_known = false;
            if (auto words = take_storage_change(world(), changed->key)) {
                show_toast(view, platform, std::move(*words), false);
            }
            hear_of_team(changed->key);
        } else if (const auto* file = std::get_if<event::FileOpened>(&event)) {
            open_file(world(), file->name, file->bytes);
        } else if (auto* read = std::get_if<event::RecordsRead>(&event)) {
            take_records(world(), std::move(read->records));
        } else if (const auto* reading = std::get_if<event::Reading>(&event)) {
            hear_of_reading(world(), reading->name, reading->files);
        } else if (const auto* failed = std::get_if<event::FileFailed>(&event)) {
            refuse_file(view, failed->error);
        } else if (const auto* link = std::get_if<event::LinkOpened>(&event)) {
            take_link(link->text);
        } else if (const auto* refused = std::get_if<event::LettersRefused>(&event)) {
            view.error = refused->error;
        } else if (std::holds_alternative<event::NewVersion>(event)) {
            view.new_version = true;
        } else if (auto* told = std::get_if<event::BackupFileTold>(&event)) {
            document.backup_file = std::move(told->file);
            if (told->written) mark_backed_up(document, platform.today(), backup_revision);
        } else if (const auto* copied = std::get_if<event::CopyDone>(&event)) {
            if (copied->ok) {
                view.text_to_copy.reset();
            } else {
                view.toast.reset();
            }
        } else {
            take_team_event(event);
        }
    }
}

// What is open over the page needs a frame to go, so there is one step in each.
void App::Impl::take_step() {
    if (steps < 0) go_back();
    if (steps > 0) go_forward();
    steps += steps < 0 ? 1 : steps > 0 ? -1 : 0;
    redraw = redraw || steps != 0;
}

void App::Impl::go_back() {
    if (open_popups() > 0) return close_top_popup();
    const auto layers = layers_of(document, view, phone);
    if (layers.empty()) return;
    if (const auto action = action_for_leaving(layers.back(), document)) {
        if (layers.back() != Layer::link) left.push_back({open_id(document), screen_of(document)});
        update(world(), *action);
    } else {
        leave_detail(document, view);
    }
}

void App::Impl::go_forward() {
    if (left.empty()) return;
    const auto page = left.back();
    left.pop_back();
    if (const auto action = action_for_returning(page, document)) update(world(), *action);
}

void App::Impl::draw() {
    if (!takes_outline) items.clear();
    const auto size = ImGui::GetIO().DisplaySize;
    phone = size.x < phone_below * theme.scale;
    const auto screen = screen_of(document);
    if ((screen == Screen::settings || screen == Screen::imports) && !usage_known) {
        usage = platform.usage();
        usage_known = true;
    }
    const Surroundings around{platform.now_ms(), platform.prefers_reduced_motion(), platform.is_day_given(), platform.link_base(),
                              platform.storage_place(), usage, screen == Screen::settings ? platform.offline() : Offline::unknown};
    const bool tells = platform.has_text_fields() && !takes_outline;
    if (tells) page_field.reset();
    const Ui ui{theme, items, view.drafts, platform.is_mac(), phone, takes_outline ? &outline : nullptr, tells ? &page_field : nullptr};
    Actions actions;
    const auto context = context_for({ui, document, view, actions, caches, random, around, platform.today(), size});
    // Before anything is changed by what is drawn. (A deal without that card has none.)
    if (!takes_outline) picture = view.picture ? draw_picture(context) : ImVec2{0, 0};
    if (picture.x <= 0) view.picture.reset();
    GImGui->ItemUnclipByLog = takes_outline;
    draw_shell(context);
    GImGui->ItemUnclipByLog = false;
    takes_outline = false;

    const auto depth = layers_of(document, view, phone).size();
    for (const auto& action : actions) {
        update(world(), action);
    }
    // Another way was taken.
    if (layers_of(document, view, phone).size() > depth) left.clear();
    if (!actions.empty()) {
        usage_known = false;
        redraw = true;
    }
}

void App::frame() {
    auto& self = *impl_;
    self.redraw = false;
    const bool first = !std::exchange(self.has_drawn, true);
    if (!first) self.complete();
    self.take_events();
    self.refresh_theme();
    if (self.view.toast && self.platform.now_ms() - self.view.toast->since_ms >= toast_ms) {
        self.view.toast.reset();
    }
    self.take_step();
    if (!first) self.run_team_part();
    if (self.document.intake) plan_intake(self.world());
    self.reach();
    self.draw();
    for (const auto* search : {&self.caches.search, &self.caches.palette_search}) {
        self.search_goes_on = self.search_goes_on || (!search->query().empty() && !search->is_done());
    }
    if (!first) self.count_goes_on = self.caches.agenda.begin(self.document, self.caches.forecasts, self.platform.today());
    if (!first) self.doubles_go_on = self.caches.doubles.begin(self.document);
    self.keep_diaries();
    self.draft_watch.look(self.document, self.view, self.platform.now_ms());
    const auto frame = ImGui::GetFrameCount();
    std::erase_if(self.view.drafts, [&](const auto& draft) { return frame - draft.second.last_frame > draft_frames; });
    if (!first) self.save_in_turn();
}

bool App::work(std::int64_t at_most_ms) {
    auto& self = *impl_;
    constexpr int slices = 256; // where the clock stands still
    const auto until = self.platform.now_ms() + at_most_ms;
    self.work_on_import(until);
    self.work_on_count(until);
    self.look_for_doubles(until);
    self.work_on_search(until);
    const auto before = self.caches.forecasts.changes();
    for (int i = 0; i < slices && self.platform.now_ms() < until; ++i) {
        if (!self.caches.forecasts.work()) break;
    }
    self.keep_diaries();
    self.redraw = self.redraw || self.caches.forecasts.changes() != before;
    return has_work();
}

// How much is for today: the rail and the title say it.
void App::Impl::work_on_count(std::int64_t until_ms) {
    constexpr int slices = 4096; // where the clock stands still
    const auto before = caches.agenda.count();
    for (int i = 0; count_goes_on && i < slices && (i == 0 || platform.now_ms() < until_ms); ++i) {
        count_goes_on = caches.agenda.work(document, caches.derived, caches.forecasts, platform.today());
    }
    redraw = redraw || caches.agenda.count() != before;
}

// Deals that may be there twice: the list says it once all were looked at.
void App::Impl::look_for_doubles(std::int64_t until_ms) {
    constexpr int slices = 64; // where the clock stands still
    const auto before = caches.doubles.deals().size();
    for (int i = 0; doubles_go_on && i < slices && (i == 0 || platform.now_ms() < until_ms); ++i) {
        doubles_go_on = caches.doubles.work(document);
    }
    redraw = redraw || caches.doubles.deals().size() != before;
}

// What is found is drawn as it comes.
void App::Impl::work_on_search(std::int64_t until_ms) {
    constexpr int slices = 256; // where the clock stands still
    const auto before = caches.search.changes() + caches.palette_search.changes();
    const bool went_on = search_goes_on;
    for (int i = 0; search_goes_on && i < slices && (i == 0 || platform.now_ms() < until_ms); ++i) {
        const bool page = caches.search.work(document, platform.today());
        search_goes_on = caches.palette_search.work(document, platform.today()) || page;
    }
    redraw = redraw || caches.search.changes() + caches.palette_search.changes() != before || went_on != search_goes_on;
}

// Its progress is drawn.
void App::Impl::work_on_import(std::int64_t until_ms) {
    import_goes_on = false;
    if (!document.import) return;
    constexpr int slices = 256; // where the clock stands still
    std::vector<const Deal*> deals;
    for (const auto& entry : document.entries) {
        deals.push_back(&entry.deal);
    }
    const auto revision = revision_of_deals(document);
    for (int i = 0; i < slices && (i == 0 || platform.now_ms() < until_ms); ++i) {
        import_goes_on = document.import->work(deals, revision);
        if (!import_goes_on) break;
        import_moved = true;
    }
    // A bar that is drawn more often than anybody can see would take half of the time.
    constexpr std::int64_t between_ms = 60;
    const auto now = platform.now_ms();
    if (import_moved && (!import_goes_on || now - import_drawn_ms >= between_ms)) {
        redraw = true;
        import_moved = false;
        import_drawn_ms = now;
    }
}

}
