#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"

// A form says which members a thing has in files and links: one `describe` for each struct, for reading and writing alike, so that both
// cannot differ. The same description serves four archives: JsonReader, JsonWriter, PackedReader and PackedWriter, which have these
// members (`usual` is the value at which the member is left out):
//
//   id(name, id)                 the thing's own id; always there
//   text(name, string)           left out when empty
//   flag(name, bool)             left out when false
//   whole(name, int, usual)      a whole number
//   amount(name, int64)          always there
//   milli(name, int)             thousandths, "0.25" in JSON; always there
//   choice(name, enum[, usual])  by its key in core/model/names.hpp; always there without `usual`
//   date(name, Date[, usual])    always there without `usual`
//   date(name, optional<Date>)
//   reference(name, id)          to another thing; left out when empty
//   references(name, vector<id>)
//   part(name, optional<T>)      an object with a description of its own
//   list(name, vector<T>)        of such objects; left out when empty
//   rest(string)                 unknown members as compact JSON object text; the last call
//   opened()                     the day the deal was opened, for dates that are usually that day
//
// The order of the calls is the order in JSON and, by position, in links: once a link format is frozen, new members go to the end,
// before `rest`, which always comes last and is not counted.
namespace middleground::io {

// const T for archives that write.
template <typename Form, typename T>
using Described = typename Form::template Of<T>;

}
