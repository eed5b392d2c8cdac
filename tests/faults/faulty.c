/* A disk that fails: preloaded, it lets the n-th call under one folder fail, or all from there on.
 *
 * fault_arm(folder, n, errno, lasting) begins to count; n = 0 only counts. Calls that count: opening
 * to write, write, pwrite, fsync, fdatasync, ftruncate, rename, unlink. Lasting ones fail reads too;
 * lasting = 2 counts the reads and the opening to read as well.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long nth, seen;
static int code, lasting;

void fault_arm(const char *path, long n, int error, int stays) {
    strncpy(folder, path, sizeof folder - 1);
    nth = n; seen = 0; code = error; lasting = stays;
}

long fault_seen(void) { return seen; }

static int ours(const char *path) {
    return folder[0] && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int ours_fd(int fd) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return ours(path);
}

static int due(int counts) {
    counts = counts || lasting == 2;
    if (counts) seen++;
    int now = nth > 0 && (lasting ? seen >= nth : counts && seen == nth);
    if (now) errno = code;
    return now;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define ON_FD(result, name, fd, counts, parameters, arguments) \
    result name parameters { REAL(name); if (ours_fd(fd) && due(counts)) return -1; return real arguments; }

ON_FD(ssize_t, write, fd, 1, (int fd, const void *b, size_t n), (fd, b, n))
ON_FD(ssize_t, pwrite, fd, 1, (int fd, const void *b, size_t n, off_t at), (fd, b, n, at))
ON_FD(ssize_t, pwrite64, fd, 1, (int fd, const void *b, size_t n, off64_t at), (fd, b, n, at))
ON_FD(int, fsync, fd, 1, (int fd), (fd))
ON_FD(int, fdatasync, fd, 1, (int fd), (fd))
ON_FD(int, ftruncate, fd, 1, (int fd, off_t n), (fd, n))
ON_FD(int, ftruncate64, fd, 1, (int fd, off64_t n), (fd, n))
ON_FD(ssize_t, read, fd, 0, (int fd, void *b, size_t n), (fd, b, n))
ON_FD(ssize_t, pread, fd, 0, (int fd, void *b, size_t n, off_t at), (fd, b, n, at))
ON_FD(ssize_t, pread64, fd, 0, (int fd, void *b, size_t n, off64_t at), (fd, b, n, at))

int rename(const char *from, const char *to) {
    REAL(rename);
    if (ours(to) && due(1)) return -1;
    return real(from, to);
}

int unlink(const char *path) {
    REAL(unlink);
    if (ours(path) && due(1)) return -1;
    return real(path);
}

#define OPENS(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        int writes = (flags & O_ACCMODE) != O_RDONLY; \
        if (ours(path) && due(writes)) return -1; \
        return real(path, flags, mode); \
    }

OPENS(open)
OPENS(open64)
