#include "app/app.hpp"

#include "app/session/back.hpp"
#include "app/ui/context.hpp"
#include "app/session/imports.hpp"
#include "app/ui/items_json.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/shipped.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/update.hpp"
#include "app/session/update/update_files.hpp"
#include "app/session/update/update_import.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "app/ui/shell/picture.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/popups.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/brief_page.hpp"
#include "core/report/plan_page.hpp"
#include "core/report/json/state_json.hpp"
#include "generated/assets.hpp"

#include <imgui.h>

#include <algorithm>
#include <string_view>

namespace middleground {

namespace {

constexpr float narrowest = 320; // as wide as every page is laid out at least
constexpr float phone_below = 640;
constexpr float icons_only_below = 1100;
constexpr std::int64_t toast_ms = 8000;
constexpr int draft_frames = 600; // a draft not drawn for so many frames belongs to a field that is gone

std::optional<std::int64_t> earlier(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    if (!a || !b) {
        return a ? a : b;
    }
    return std::min(*a, *b);
}

// As the settings want it, as far as the window has room for: larger, words and numbers would fall off its edge.
float scale_for(int text_percent, float window_width) {
    const float wanted = static_cast<float>(text_percent) / 100.0f;
    return std::min(wanted, std::max(1.0f, window_width / narrowest));
}

}

struct App::Impl {
    explicit Impl(Platform& p) : platform(p), random(p.seed()), fonts(load_fonts()) {}

    Platform& platform;
    Random random;
    Fonts fonts;
    Document document;
    ViewState view;
    DerivedCache derived;
    ForecastCache forecasts;
    DealsCache deals_cache;
    OwnOdds own_odds;
    LogDraftWatch draft_watch;
    std::vector<Item> items;
    StorageUsage usage;
    bool usage_known = false; // counting it reads everything that is stored: only where it is shown
    Theme theme;
    ImVec2 picture; // view.picture's size in this frame, logical
    bool import_goes_on = false;
    bool redraw = true; // something changed after the last frame was drawn
    bool phone = false;
    bool turn_asked = false; // and has not come yet
    int steps = 0;             // still to be taken: forward, or back when negative
    std::vector<LeftPage> left; // by "back"; the last one is the next that "forward" has

    World world() { return {document, view, platform, random}; }

    const Deal* shown_deal() const {
        if (document.preview) {
            return &document.preview->deal;
        }
        const auto* entry = find_entry(document, document.open);
        return entry ? &entry->deal : nullptr;
    }

    bool is_dark() const {
        return document.settings.theme == ThemeChoice::dark || (document.settings.theme == ThemeChoice::system && platform.prefers_dark());
    }

    // Deals and drafts that wait, but not for the turn that was asked for.
    std::optional<std::int64_t> save_in_ms() const {
        if (turn_asked) return {};
        const auto now = platform.now_ms();
        return earlier(next_save_in_ms(document, now), draft_watch.due_in_ms(now));
    }
    void save(SaveWhen when) {
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
    void save_in_turn() {
        const auto due = save_in_ms();
        if (!due || *due > 0) return;
        if (platform.ask_turn()) {
            save(SaveWhen::when_due);
        } else {
            turn_asked = true;
        }
    }
    void take_events();
    void refresh_theme();
    void draw();
    void take_step();
    void go_back();
    void go_forward();
    void work_on_import(std::int64_t until_ms);
    std::uint64_t shown_revision() const {
        return document.preview ? document.preview->revision : find_entry(document, document.open)->revision;
    }
    // Of the deal that is shown; waits for its forecast if it must.
    Derived derived_with_forecast(const Deal& deal) {
        const auto knowledge = knowledge_of(document);
        const auto today = platform.today();
        // As the command line has it, which knows this deal only.
        if (own_odds.any()) return derive_with_forecast(deal, knowledge, today);
        const auto plain = derive(deal, knowledge, today);
        return derive(deal, knowledge, today, forecasts.finished_gains(deal, plain, knowledge, shown_revision(), today));
    }
};

App::App(Platform& platform) : impl_(std::make_unique<Impl>(platform)) {
    auto& document = impl_->document;
    auto shipped = read_shipped();
    document.playbooks = std::move(shipped.playbooks);
    document.wording = std::move(shipped.wording);
    document.vocabularies = std::move(shipped.vocabularies);
    document.log_words = std::move(shipped.log_words);
    impl_->view.error = std::move(shipped.problem);
    load_all(document, platform);
    // First start: something to look at. Never again after that, whatever the user removed.
    if (!document.settings.samples_offered && !document.storage_error && document.entries.empty() && document.damaged.empty()) {
        add_samples(impl_->world());
    }
    // Back to the work of last time.
    if (find_entry(document, document.settings.last_open)) {
        document.open = document.settings.last_open;
        impl_->view.screen = Screen::deal;
        load_log_draft(impl_->world());
    }
    impl_->refresh_theme();
}

App::~App() = default;

void App::Impl::refresh_theme() {
    theme.fonts = fonts;
    theme.dark = is_dark();
    theme.color = theme.dark ? dark_palette() : light_palette();
    theme.scale = scale_for(document.settings.text_percent, ImGui::GetIO().DisplaySize.x);
    theme.touch = platform.has_touch();
    apply_style(theme);
}

void App::Impl::take_events() {
    for (auto& event : platform.take_events()) {
        redraw = true;
        if (const auto* changed = std::get_if<event::StorageChanged>(&event)) {
            usage_known = false;
            if (auto words = take_storage_change(document, platform, changed->key)) {
                show_toast(view, platform, std::move(*words), false);
            }
        } else if (const auto* file = std::get_if<event::FileOpened>(&event)) {
            open_file(world(), file->name, file->bytes);
        } else if (const auto* failed = std::get_if<event::FileFailed>(&event)) {
            view.error = failed->error;
        } else if (const auto* link = std::get_if<event::LinkOpened>(&event)) {
            open_link(world(), link->text);
        } else if (const auto* copied = std::get_if<event::CopyDone>(&event)) {
            if (copied->ok) {
                view.text_to_copy.reset();
            } else {
                view.toast.reset();
            }
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
        if (layers.back() != Layer::link) left.push_back({document.open, view.screen});
        update(world(), *action);
    } else {
        leave_detail(view);
    }
}

void App::Impl::go_forward() {
    if (left.empty()) return;
    const auto page = left.back();
    left.pop_back();
    if (const auto action = action_for_returning(page, document)) update(world(), *action);
}

void App::Impl::draw() {
    items.clear();
    if (own_odds.refresh(document, platform.today())) forecasts.clear();
    const auto size = ImGui::GetIO().DisplaySize;
    phone = size.x < phone_below * theme.scale;
    const Ui ui{theme, items, view.drafts, platform.is_mac(), phone};
    Actions actions;
    Context context{.ui = ui,
                    .document = document,
                    .derived_cache = derived,
                    .forecasts = forecasts,
                    .deals_cache = deals_cache,
                    .own_odds = own_odds,
                    .view = view,
                    .actions = actions,
                    .random = random,
                    .today = platform.today(),
                    .now_ms = platform.now_ms()};
    context.deal = shown_deal();
    if (context.deal) {
        context.revision = shown_revision();
        const auto knowledge = knowledge_of(document);
        const auto& id = context.deal->id;
        context.derived = &ranked(derived, forecasts, *context.deal, knowledge, context.revision, context.today);
        context.outlook = &forecasts.of(*context.deal, *context.derived, context.forecast_knowledge(), context.revision, context.today,
                                        Depth::everything);
        if (view.supposed_of != id) {
            view.supposed_of = id;
            view.supposed.clear();
        }
        forecasts.suppose(id, view.supposed);
    } else if (view.screen != Screen::playbooks && view.screen != Screen::settings && view.screen != Screen::imports) {
        view.screen = Screen::deals;
    }
    context.read_only = document.preview.has_value();
    context.still = platform.prefers_reduced_motion();
    context.phone = ui.phone;
    context.narrow = size.x < icons_only_below * theme.scale;
    context.link_base = platform.link_base();
    if ((view.screen == Screen::settings || view.screen == Screen::imports) && !usage_known) {
        usage = platform.usage();
        usage_known = true;
    }
    context.usage = usage;
    context.storage_place = platform.storage_place();
    context.day_given = platform.is_day_given();
    context.min = {0, 0};
    context.max = size;
    // Before anything is changed by what is drawn. (A deal without that card has none.)
    picture = view.picture ? draw_picture(context) : ImVec2{0, 0};
    if (picture.x <= 0) view.picture.reset();
    draw_shell(context);

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
    self.take_events();
    self.refresh_theme();
    if (self.view.toast && self.platform.now_ms() - self.view.toast->since_ms >= toast_ms) {
        self.view.toast.reset();
    }
    self.take_step();
    self.draw();
    self.draft_watch.look(self.document, self.view, self.platform.now_ms());
    const auto frame = ImGui::GetFrameCount();
    std::erase_if(self.view.drafts, [&](const auto& draft) { return frame - draft.second.last_frame > draft_frames; });
    self.save_in_turn();
}

bool App::work(std::int64_t at_most_ms) {
    auto& self = *impl_;
    constexpr int slices = 256; // where the clock stands still
    const auto until = self.platform.now_ms() + at_most_ms;
    self.work_on_import(until);
    const auto before = self.forecasts.changes();
    for (int i = 0; i < slices && self.platform.now_ms() < until; ++i) {
        if (!self.forecasts.work()) break;
    }
    self.redraw = self.redraw || self.forecasts.changes() != before;
    return has_work();
}

bool App::has_work() const {
    return impl_->import_goes_on || impl_->forecasts.has_work();
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
        if (!import_goes_on) return;
        redraw = true;
    }
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

void App::set_pixel_ratio(float) {
    // Fonts are rasterised at the framebuffer's density by the atlas itself; sizes are logical pixels.
    impl_->redraw = true;
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
    return earlier(toast, self.save_in_ms());
}

std::int64_t App::now_ms() const {
    return impl_->platform.now_ms();
}

std::optional<int> App::steps_back() const {
    if (impl_->steps != 0) return {};
    return static_cast<int>(layers_of(impl_->document, impl_->view, impl_->phone).size()) + open_popups();
}

void App::back(int steps) {
    impl_->steps = -steps;
    impl_->redraw = true;
}

void App::forward(int steps) {
    impl_->steps = steps;
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

void App::flush() {
    impl_->save(SaveWhen::now);
}

std::uint32_t App::background_rgb() const {
    const auto color = impl_->theme.color.background;
    const auto channel = [&](int shift) { return static_cast<std::uint32_t>(color >> shift & 0xff); };
    return channel(IM_COL32_R_SHIFT) << 16 | channel(IM_COL32_G_SHIFT) << 8 | channel(IM_COL32_B_SHIFT);
}

std::string App::title() const {
    if (impl_->document.plan) return title_of(impl_->document.plan->plan);
    const auto* deal = impl_->shown_deal();
    if (!deal) {
        return "Middleground";
    }
    return (deal->account.empty() ? deal->title : deal->account) + " - Middleground";
}

std::optional<std::string> App::printable_page() const {
    const auto& self = *impl_;
    if (self.document.plan) return paper_html(plan_paper(self.document.plan->plan));
    const auto* deal = self.shown_deal();
    if (!deal || self.view.screen != Screen::brief) return {};
    const auto today = self.platform.today();
    const auto knowledge = knowledge_of(self.document);
    return brief_page(brief_for(*deal, knowledge, impl_->derived_with_forecast(*deal), self.view.briefed, today));
}

std::string App::state_json() const {
    const auto* deal = impl_->shown_deal();
    if (!deal) return "null";
    return write_state(*deal, impl_->derived_with_forecast(*deal).assessment, impl_->platform.today());
}

bool App::is_saved() const {
    const auto& watch = impl_->draft_watch;
    return middleground::is_saved(impl_->document) && !watch.has_failed() && !watch.due_in_ms(impl_->platform.now_ms());
}

bool App::keeps_something_here() const {
    return middleground::keeps_something_here(impl_->document) || impl_->draft_watch.has_failed();
}

bool App::warn_before_closing() {
    auto& self = *impl_;
    const std::string words = "Not everything is saved";
    if (self.view.error && self.view.error->what == words) return false;
    self.view.error = Error{words, {}, "See below what is in this window only, or close the window once more to leave without it."};
    self.redraw = true;
    return true;
}

std::string App::items_json() const {
    return items_to_json(impl_->items);
}

}
