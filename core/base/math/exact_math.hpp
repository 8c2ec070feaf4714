#pragma once

namespace middleground {

// Exponential and logarithms of basic operations in a fixed order: the libraries' own differ in the last bits from one system to the next.
// Good to about 1e-15, relative.

// e^x; 0 below -700, and no more than e^700.
double exponential(double x);
// ln x for x > 0; that of the smallest normal number for anything below it.
double logarithm(double x);
// ln of the gamma function, for x > 0.
double log_gamma(double x);
// 1 / (1 + e^-x)
double logistic(double x);
// ln(1 + e^x), also where e^x is beyond all bounds.
double log_one_plus_exp(double x);
// The share of a standard normal distribution below x, to about 1e-13; 0 below -8, 1 above 8.
double normal_below(double x);
// The x below which the share p lies; 0 < p < 1.
double normal_quantile(double p);

}
