#include "app/ui/letters/run_cache.hpp"

#include <imgui_internal.h>

#include <cstring>

namespace middleground {

namespace {

constexpr std::uint32_t white = 0xffffffffu;

std::uint64_t mixed(std::uint64_t hash, const void* bytes, std::size_t size) {
    // FNV-1a.
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i < size; ++i) {
        hash = (hash ^ at[i]) * 0x100000001b3u;
    }
    return hash;
}

std::uint64_t key_of(std::string_view text, TypeFace face, std::uint32_t color) {
    auto hash = mixed(0xcbf29ce484222325u, text.data(), text.size());
    hash = mixed(hash, &face.em, sizeof face.em);
    hash = mixed(hash, &face.weight, sizeof face.weight);
    return mixed(hash, &color, sizeof color);
}

std::int64_t area(const RunPicture& picture) {
    return static_cast<std::int64_t>(picture.width) * picture.height;
}

}

RunCache::Entry& RunCache::entry(std::string_view text, TypeFace face, std::uint32_t color) {
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    if (density != density_) {
        // What was drawn for another ratio of pixels is not needed again.
        density_ = density;
        const int frame = ImGui::GetFrameCount();
        for (auto at = entries_.begin(); at != entries_.end();) {
            const auto next = std::next(at);
            if (at->last_frame < frame) {
                give_back(*at);
                places_.erase(at->key);
                entries_.erase(at);
            }
            at = next;
        }
    }
    const auto key = key_of(text, face, color);
    const auto found = places_.find(key);
    if (found != places_.end() && found->second->text == text) {
        entries_.splice(entries_.begin(), entries_, found->second);
    } else {
        if (found != places_.end()) {
            give_back(*found->second);
            entries_.erase(found->second);
        }
        entries_.push_front({.key = key, .text = std::string(text), .face = face, .color = color});
        places_[key] = entries_.begin();
        entries_.front().last_frame = ImGui::GetFrameCount();
        make_room(0);
    }
    entries_.front().last_frame = ImGui::GetFrameCount();
    return entries_.front();
}

std::optional<float> RunCache::advance(std::string_view text, TypeFace face) {
    if (!system_) return {};
    auto& known = entry(text, face, white);
    if (!known.measured) {
        known.measured = true;
        known.advance = system_->advance(text, face);
    }
    return known.advance;
}

std::optional<RunPicture> RunCache::picture(ImFontAtlas& atlas, std::string_view text, TypeFace face, std::uint32_t color) {
    if (!system_) return {};
    auto& known = entry(text, face, color);
    ImFontAtlasRect rect;
    const bool lost = known.drawn && known.picture.width > 0 && !atlas.GetCustomRect(known.rect, &rect);
    if (lost) {
        pixels_ -= area(known.picture);
        known.rect = ImFontAtlasRectId_Invalid;
    }
    if (!known.drawn || lost) known.found = draw(atlas, known);
    if (!known.found) return {};
    if (known.picture.width > 0 && atlas.GetCustomRect(known.rect, &rect)) {
        known.picture.uv_min = rect.uv0;
        known.picture.uv_max = rect.uv1;
    }
    return known.picture;
}

std::optional<TextPicture> RunCache::glyph(std::string_view text, TypeFace face) {
    return drawn_by_system(text, face, white);
}

std::optional<TextPicture> RunCache::drawn_by_system(std::string_view text, TypeFace face, std::uint32_t color) {
    auto drawn = system_ ? system_->draw(text, face, color) : std::nullopt;
    if (!drawn) return {};
    const bool whole = drawn->width > 0 && drawn->height > 0 &&
                       drawn->pixels.size() == static_cast<std::size_t>(drawn->width) * static_cast<std::size_t>(drawn->height);
    if (!whole) drawn->width = drawn->height = 0;
    // Between two texels, what has no alpha must not make the edge darker.
    if (!drawn->colored) {
        for (auto& pixel : drawn->pixels) {
            pixel |= 0x00ffffffu;
        }
    }
    return drawn;
}

bool RunCache::draw(ImFontAtlas& atlas, Entry& entry) {
    entry.drawn = true;
    entry.atlas = &atlas;
    entry.picture = {};
    const auto drawn = drawn_by_system(entry.text, entry.face, entry.color);
    if (!drawn) return false;
    if (drawn->width == 0) return true;
    make_room(static_cast<std::int64_t>(drawn->width) * drawn->height);
    if (drawn->width >= atlas.TexMaxWidth || drawn->height >= atlas.TexMaxHeight) return false;
    ImFontAtlasRect rect;
    entry.rect = atlas.AddCustomRect(drawn->width, drawn->height, &rect);
    if (entry.rect == ImFontAtlasRectId_Invalid) return false;
    auto* texture = atlas.TexData;
    ImFontAtlasTextureBlockConvert(reinterpret_cast<const unsigned char*>(drawn->pixels.data()), ImTextureFormat_RGBA32, drawn->width * 4,
                                   static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y)), texture->Format, texture->GetPitch(),
                                   drawn->width, drawn->height);
    if (drawn->colored) atlas.TexPixelsUseColors = texture->UseColors = true;
    entry.picture = {{}, {}, drawn->width, drawn->height, drawn->left, drawn->top, drawn->colored};
    pixels_ += area(entry.picture);
    return true;
}

void RunCache::give_back(Entry& entry) {
    if (entry.rect == ImFontAtlasRectId_Invalid) return;
    pixels_ -= area(entry.picture);
    entry.atlas->RemoveCustomRect(entry.rect);
    entry.rect = ImFontAtlasRectId_Invalid;
}

void RunCache::make_room(std::int64_t pixels) {
    const int frame = ImGui::GetFrameCount();
    while (entries_.size() > 1 && (entries_.size() > limits_.texts || pixels_ + pixels > limits_.pixels)) {
        auto& oldest = entries_.back();
        if (oldest.last_frame >= frame) return; // the draw lists of this frame show it
        give_back(oldest);
        places_.erase(oldest.key);
        entries_.pop_back();
    }
}

}
