namespace Readout.Pages.Html;

/// <summary>Numbers names without making strings of them; upper and lower case of ASCII letters are alike.</summary>
internal sealed class NameTable
{
    private readonly string[] names;
    private readonly int[] slots;

    /// <param name="names">Lower case; empty ones are never found.</param>
    public NameTable(string[] names)
    {
        this.names = names;
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)names.Length * 4)];
        Longest = names.Max(n => n.Length);
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length > 0) slots[Slot(names[i])] = i + 1;
    }

    public int Longest { get; }

    public int Count => names.Length;

    public string this[int index] => names[index];

    /// <summary>The name's index; -1 when it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> name) => name.Length > Longest || name.IsEmpty ? -1 : slots[Slot(name)] - 1;

    // The slot of the name, or the empty one where it would stand.
    private int Slot(ReadOnlySpan<char> name)
    {
        var hash = (uint)name.Length;
        foreach (var c in name) hash = (hash ^ (uint)(c | 0x20)) * 0x9E3779B1;
        for (var slot = (int)(hash >> 7) & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
            if (slots[slot] == 0 || System.Text.Ascii.EqualsIgnoreCase(names[slots[slot] - 1], name)) return slot;
    }
}
