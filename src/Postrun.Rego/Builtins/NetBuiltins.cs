namespace Postrun.Rego;

internal static class NetBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("net.cidr_contains", 2, Contains),
        new("net.cidr_overlap", 2, Contains),
        new("net.cidr_contains_matches", 2, ContainsMatches),
        new("net.cidr_expand", 1, Expand),
        new("net.cidr_intersects", 2, Intersects),
        new("net.cidr_is_valid", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoString text && CidrBlock.TryParse(text.Value, out var _))),
        new("net.cidr_merge", 1, Merge),
    ];

    /// <summary>What one text of an address costs to read.</summary>
    private const int TextSteps = 8;

    private static RegoBoolean Contains(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        context.Budget.Spend(2 * TextSteps);
        var block = CidrBlock.Parse(Operand.String(arguments, 0));
        var other = Operand.String(arguments, 1);
        return RegoBoolean.Of(IpAddress.TryParse(other, out var address, out _) ? block.Contains(address) : block.Contains(CidrBlock.Parse(other)));
    }

    private static RegoSet ContainsMatches(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var matches = new List<RegoValue>();
        foreach (var (block, blockKey) in Elements(arguments[0], 0))
        {
            foreach (var (other, otherKey) in Elements(arguments[1], 1))
            {
                if (!Contains(context, [block, other]).Value)
                    continue;
                context.Budget.Allocate(2 * Size.Value + Size.Item);
                matches.Add(new RegoArray(blockKey, otherKey));
            }
        }
        return RegoSet.Of(matches);
    }

    private static RegoSet Expand(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var block = CidrBlock.Parse(Operand.String(arguments, 0));
        var addresses = new List<RegoValue>();
        for (var address = block.First; ; address++)
        {
            context.Budget.Spend(2 * TextSteps);
            context.Budget.Allocate(2 * Size.Item);
            addresses.Add(context.Text(IpAddress.Format(address)));
            if (address == block.Last)
                return RegoSet.Of(addresses);
        }
    }

    private static RegoBoolean Intersects(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        context.Budget.Spend(2 * TextSteps);
        var left = CidrBlock.Parse(Operand.String(arguments, 0));
        var right = CidrBlock.Parse(Operand.String(arguments, 1));
        return RegoBoolean.Of(left.Contains(right.First) || right.Contains(left.First));
    }

    private static RegoSet Merge(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[0] is not IReadOnlyList<RegoValue> items)
            throw new BuiltinException("operand must be an array");
        context.Budget.Spend(1 + items.Count * 2L * TextSteps);
        context.Budget.Allocate(items.Count * 4L * Size.Item);
        var blocks = new List<CidrBlock>(items.Count);
        foreach (var item in items)
        {
            if (item is not RegoString { Value: var text })
                throw new BuiltinException("element must be string");
            blocks.Add(IpAddress.TryParse(text, out var address, out _) ? CidrBlock.OfClass(address) : Network(CidrBlock.Parse(text)));
        }
        return RegoSet.Of(CidrMerge.Merge(blocks).Select(block => context.Text(block.ToString())));
    }

    private static CidrBlock Network(CidrBlock block) => block with { Address = block.First };

    /// <summary>Texts of addresses, with what names each in the result.</summary>
    private static IEnumerable<(RegoValue Address, RegoValue Key)> Elements(RegoValue operand, int index) => operand switch
    {
        RegoString => [(operand, operand)],
        RegoArray array => array.Select((item, place) => (AddressOf(item, index), (RegoValue)RegoNumber.Of(place))),
        RegoSet set => set.Select(item => (AddressOf(item, index), item)),
        RegoObject entries => entries.Select(entry => (AddressOf(entry.Value, index), entry.Key)),
        _ => [],
    };

    private static RegoValue AddressOf(RegoValue item, int index) => item switch
    {
        RegoString => item,
        RegoArray { Count: > 0 } array => array[0],
        _ => throw new BuiltinException($"operand {index + 1}: element must be string or non-empty array"),
    };
}
