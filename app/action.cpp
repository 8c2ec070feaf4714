#include "app/action.hpp"

namespace middleground {

template class OneOf<AnyAction>;

}
