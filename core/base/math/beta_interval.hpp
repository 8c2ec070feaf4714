#pragma once

namespace middleground {

// The Beta(a, b) distribution, a and b above 0 and up to some 1e6: how likely a chance is that we know from a kept and b not kept ones.

// The probability that it is below x: the regularised incomplete beta function. 0 below 0, 1 above 1.
double beta_share_below(double a, double b, double x);
// Where a share of it lies below: the inverse, to 1e-9. `share` is from 0 to 1.
double beta_value_at(double a, double b, double share);

}
