#pragma once

#include "app/session/update/update.hpp"
#include "core/codec/png.hpp"
#include "core/report/export.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// What goes out as a file. A download; what came of it is said, and false when nothing did.
bool hand_over(World world, std::string_view name, std::string_view bytes, std::string_view type);
void save_deal_file(World world);
void save_export(World world, ExportFormat format, bool buyer_safe);
void save_table(World world, const action::SaveTable& action);
void save_calendar(World world, CalendarAlarm alarm);
void back_up_all(World world);
void save_qr_code(World world, const std::string& link, bool as_drawing);
// What was drawn for view.picture, or nothing when it could not be.
void save_picture(World world, Picture picture, const std::optional<io::Raster>& raster);
void print_page(World world, std::string_view name, std::string_view html);

}
