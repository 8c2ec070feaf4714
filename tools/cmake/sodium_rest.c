/* What the parts of libsodium that we build (dependencies.cmake) name of the parts that we do not: text forms of Argon2, keys that it
   draws itself, and what it does when it is called wrongly. Nothing that we call gets here. */
#include <stddef.h>
#include <stdlib.h>

int encode_string(char *text, size_t size, void *context, int type)
{
    (void)text, (void)size, (void)context, (void)type;
    abort();
}

int decode_string(void *context, const char *text, int type)
{
    (void)context, (void)text, (void)type;
    abort();
}

void randombytes_buf(void *bytes, const size_t size)
{
    (void)bytes, (void)size;
    abort();
}

void sodium_misuse(void)
{
    abort();
}
