#!/usr/bin/env perl
# measure.pl COMMAND...: runs it with its output discarded; prints seconds of wall time, its peak memory in KiB, and seconds of processor time.
use strict;
use warnings;
use Time::HiRes qw(time);

die "usage: $0 COMMAND...\n" unless @ARGV;
my $begun = time;
my $child = fork // die "fork: $!\n";
if ($child == 0) {
    open STDOUT, '>', '/dev/null' or die "$!\n";
    exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!\n";
}
# wait4(2) gives the resources of this child alone. Its number: x86_64 61, elsewhere (asm-generic) 260.
my $wait4 = (split /\s+/, `uname -m`)[0] eq 'x86_64' ? 61 : 260;
my $status = pack 'i', 0;
my $usage = "\0" x 144;
syscall($wait4, $child, $status, 0, $usage) == $child or die "wait4: $!\n";
my $seconds = time - $begun;
my $code = unpack 'i', $status;
# struct rusage: two timevals of two longs each, then ru_maxrss in KiB.
my ($user, $user_us, $system, $system_us, $peak) = unpack 'q5', $usage;
printf "%.3f %d %.3f\n", $seconds, $peak, $user + $system + ($user_us + $system_us) / 1e6;
exit($code & 127 ? 128 + ($code & 127) : $code >> 8);
