# Changes a workspace as fast as it can while a clean-up runs in it. Counts what succeeds after SIGUSR1, until SIGTERM.
use strict;
use warnings;
no warnings 'exiting';
use POSIX ();
$| = 1;
my ($mode, @paths) = @ARGV;
my ($count, $counting, $done) = (0, 0, 0);
$SIG{USR1} = sub { $counting = 1 };
$SIG{TERM} = sub { $done = 1 };
my $renameat2 = (POSIX::uname())[4] eq 'aarch64' ? 276 : 316;
my ($cwd, $exchange) = (-100, 2);

sub success { $count++ if $counting }

my %attack = (
    # Exchanges the two names of each pair.
    exchange => sub {
        for (my $i = 0; $i + 1 < @paths; $i += 2) {
            my ($a, $b) = @paths[$i, $i + 1];
            success() if syscall($renameat2, $cwd, $a, $cwd, $b, $exchange) == 0;
        }
    },
    # Renames the first of each pair to the second, and back.
    away => sub {
        for (my $i = 0; $i + 1 < @paths; $i += 2) {
            success() if rename $paths[$i], $paths[$i + 1];
            success() if rename $paths[$i + 1], $paths[$i];
        }
    },
    # Makes and removes files in directories.
    churn => sub {
        for my $directory (@paths) {
            my $path = "$directory/churn-" . int rand 64;
            if (open my $file, '>', $path) { print $file "residue\n"; close $file; success() }
            success() if unlink "$directory/churn-" . int rand 64;
            success() if mkdir "$directory/made-" . int rand 8;
            success() if rmdir "$directory/made-" . int rand 8;
        }
    },
    # Gives the first file further names in the other directories, and takes them away.
    link => sub {
        my ($file, @directories) = @paths;
        for my $directory (@directories) {
            success() if link $file, "$directory/link-" . int rand 16;
            unlink "$directory/link-" . int rand 16;
        }
    },
    # Waits until the deletions are about to begin, then exchanges each pair once: between the look and the unlink.
    late => sub {
        my ($root, @pairs) = @paths;
        until ($done) {
            opendir my $listing, $root or return;
            my $begun = grep { /^\.postrun-/ } readdir $listing;
            closedir $listing;
            last if $begun;
        }
        select undef, undef, undef, rand 0.02;
        while (my ($a, $b) = splice @pairs, 0, 2) {
            success() if syscall($renameat2, $cwd, $a, $cwd, $b, $exchange) == 0;
        }
        sleep 1 until $done;
    },
    # First exchanges pairs, then goes for every directory that protects the evidence: removes it, or renames it.
    pins => sub {
        my ($root, @pairs) = @paths;
        for (my $i = 0; $i + 1 < @pairs; $i += 2) {
            success() if syscall($renameat2, $cwd, $pairs[$i], $cwd, $pairs[$i + 1], $exchange) == 0;
        }
        opendir my $listing, $root or return;
        for my $name (grep { /^\.postrun-[0-9a-f]{32}$/ } readdir $listing) {
            success() if rmdir "$root/$name";
            success() if rename "$root/$name", "$root/moved-" . int rand 1_000_000;
        }
        closedir $listing;
    },
);

my $step = $attack{$mode} or die "no attack is called $mode\n";
print "ready\n";
$step->() until $done;
print "$count\n";
