#include "app/ui/share/shared.hpp"

#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

const Result<std::string>& link_of(const Context& context) {
    return context.caches.derived.link(*context.deal, context.revision);
}

const DerivedCache::Shared& shared_of(const Context& context) {
    const auto& deal = *context.deal;
    return context.caches.derived.shared(deal, playbook_of(context.document, deal), context.revision, context.today);
}

}
