#!/usr/bin/env perl
# tree.pl DIR FILES DIRECTORIES BYTES: writes a tree of equal files, as fast as perl can.
use strict;
use warnings;

my ($root, $files, $directories, $bytes) = @ARGV;
die "usage: $0 DIR FILES DIRECTORIES BYTES\n" unless defined $bytes && $directories > 0;
my $content = 'x' x $bytes;
mkdir $root or $!{EEXIST} or die "$root: $!\n";
for my $d (0 .. $directories - 1) {
    # Two levels, as shards and steps lie.
    my $parent = sprintf '%s/%02d', $root, $d % 50;
    mkdir $parent or $!{EEXIST} or die "$parent: $!\n";
    my $directory = sprintf '%s/%05d', $parent, $d;
    mkdir $directory or die "$directory: $!\n";
    my $count = int($files / $directories) + ($d < $files % $directories ? 1 : 0);
    for my $f (1 .. $count) {
        open my $out, '>', sprintf('%s/%06d', $directory, $f) or die "$directory: $!\n";
        print {$out} $content;
        close $out or die "$directory: $!\n";
    }
}
