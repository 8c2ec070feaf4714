#include "app/session/action.hpp"

namespace middleground {

template class OneOf<AnyAction>;

}
