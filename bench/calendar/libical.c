/* Counts the occurrences of a feed in a window with libical: libical FEED FROM TO (seconds since 1970).
 * Prints the count, the processor time in ms and the peak memory in KB. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static long occurrences;

static void count(icalcomponent *component, struct icaltime_span *span, void *data) {
  (void)component;
  (void)span;
  (void)data;
  occurrences++;
}

static char *read_all(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  size_t length = fread(text, 1, size, file);
  text[length] = 0;
  fclose(file);
  return text;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  char *text = read_all(argv[1]);
  if (!text) return 1;
  struct icaltimetype from = icaltime_from_timet_with_zone(atol(argv[2]), 0, icaltimezone_get_utc_timezone());
  struct icaltimetype to = icaltime_from_timet_with_zone(atol(argv[3]), 0, icaltimezone_get_utc_timezone());
  icalcomponent *root = icalparser_parse_string(text);
  icalcomponent *event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT);
  for (; event; event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT))
    icalcomponent_foreach_recurrence(event, from, to, count, NULL);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  double ms = usage.ru_utime.tv_sec * 1e3 + usage.ru_utime.tv_usec / 1e3 + usage.ru_stime.tv_sec * 1e3 + usage.ru_stime.tv_usec / 1e3;
  printf("%ld %.1f %ld\n", occurrences, ms, usage.ru_maxrss);
  return 0;
}
