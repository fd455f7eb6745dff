#!/usr/bin/env perl
# log.pl BYTES [SEED]: writes a training log of that size; one line in about 500 has a value that a log should not say, drawn anew.
# What lies between them comes from a pool of 128 MiB, in blocks in random order, as fast as a pipe takes it; nothing is sparse.
# Prints to standard error how many values it wrote. SEED: the same lines and values again.
use strict;
use warnings;

my ($bytes, $seed) = @ARGV;
die "usage: $0 BYTES [SEED]\n" unless ($bytes // '') =~ /^[0-9]+$/;
srand($seed // time ^ $$);
my ($pool, $lines) = (128 * 1024 * 1024, 500);

my @letters = ('a' .. 'z', 'A' .. 'Z');
my @small = ('a' .. 'z', 0 .. 9);
my @capital = ('A' .. 'Z', 2 .. 7);
my @base62 = (0 .. 9, @letters);

# Four equal characters in a row, which do come about by chance, would make it a placeholder: xxxx.
sub drawn {
    my ($count, @from) = @_;
    my $value;
    do { $value = join '', map { $from[rand @from] } 1 .. $count } while $value =~ /(.)\1{3}/i;
    $value;
}
sub hexadecimal { join '', map { sprintf '%08x', int rand 2**32 } 1 .. shift }

my $step = 0;
sub stamp { sprintf '2026-11-24 %02d:%02d:%02d,%03d', $step / 3600 % 24, $step / 60 % 60, $step % 60, rand 1000 }

# What each writes stands in the logs of most runs; the number is how many of 100 lines are such.
my @ordinary = (
    [70, sub { sprintf "%s INFO  trainer: step=%d epoch=%d loss=%.4f grad_norm=%.3f lr=%.2e tokens/s=%d gpu_mem=%.2fGiB", stamp(), $step, $step / 1000, rand 3, rand 1, rand 1e-4, 90000 + rand 60000, rand 80 }],
    [8, sub { sprintf "%s DEBUG dataloader: worker %d fetched batch %d from /data/shards/shard-%05d.tar (%d bytes) in %.3fs", stamp(), rand 16, $step, rand 10000, 10000 + rand 9e6, rand 1 }],
    [6, sub { sprintf '10.0.%d.%d - - [24/Nov/2026:%02d:%02d:%02d +0000] "GET /metrics HTTP/1.1" 200 %d "-" "Prometheus/2.53.0"', rand 256, 1 + rand 254, $step / 3600 % 24, $step / 60 % 60, $step % 60, 100 + rand 99900 }],
    [4, sub { sprintf '[%13.6f] nvidia-nvlink: GPU %d: link %d state changed', rand 1e6, rand 8, rand 18 }],
    [3, sub { sprintf '%s INFO  checkpoint: saved /workspace/ckpt/step-%d.safetensors sha256=%s', stamp(), $step, hexadecimal(8) }],
    [3, sub { sprintf '%s INFO  run %s attn_implementation=flash_attention_2 tokenizer=PreTrainedTokenizerFast(vocab_size=32000)', stamp(), join '-', unpack 'A8 A4 A4 A4 A12', hexadecimal(4) }],
    [3, sub { sprintf 'tensor([[%s]], device=\'cuda:0\', grad_fn=<AddBackward0>)', join ', ', map { sprintf '%.4f', rand(4) - 2 } 1 .. 12 }],
    [3, sub { sprintf '%s WARN  [rank%d] NCCL timeout on communicator 0x%s, retrying in %ds', stamp(), rand 8, substr(hexadecimal(2), 0, 12), 1 + rand 30 }],
);
my @of_hundred = map { my ($count, $write) = @$_; ($write) x $count } @ordinary;

my @planted = (
    sub { 'DEBUG env HF_TOKEN=hf_' . drawn(34, @letters) },
    sub { 'DEBUG git clone https://bot:' . drawn(16, @small) . '@git.internal.test/data.git' },
    sub { 'DEBUG GITHUB_TOKEN=ghp_' . drawn(36, @base62) },
    sub { 'ERROR upload failed, aws_secret_access_key=' . drawn(40, @base62) },
    sub { 'ERROR upload failed for AKIA' . drawn(16, @capital) },
    sub { 'INFO  sample 3: cliente com CPF ' . cpf() . ' aprovado' },
    sub { 'DEBUG registry login with glpat-' . drawn(20, @base62) },
);

# The check digits are right: one that is not would be no CPF.
sub cpf {
    my @digits = map { int rand 10 } 1 .. 9;
    for (1, 2) {
        my ($weight, $sum) = (@digits + 1, 0);
        $sum += $weight-- * $_ for @digits;
        push @digits, $sum * 10 % 11 % 10;
    }
    sprintf '%d%d%d.%d%d%d.%d%d%d-%d%d', @digits;
}

my ($block, $made, @blocks) = ('', 0);
while ($made < $pool && $made < $bytes) {
    for (1 .. $lines) {
        $step++;
        $block .= $of_hundred[rand 100]->() . "\n";
    }
    $made += length $block;
    push @blocks, $block;
    $block = '';
}

binmode STDOUT;
my ($written, $values) = (0, 0);
while ($written < $bytes) {
    my $text = $blocks[rand @blocks] . stamp() . ' ' . $planted[rand @planted]->() . "\n";
    my $done = 0;
    while ($done < length $text) {
        $done += syswrite(STDOUT, $text, length($text) - $done, $done) // die "write: $!\n";
    }
    $written += $done;
    $values++;
}
print STDERR "$values\n";
