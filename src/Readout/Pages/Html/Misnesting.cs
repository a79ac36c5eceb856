namespace Readout.Pages.Html;

/// <summary>End tags that cross, and formatting that runs over the borders of blocks (13.2.6.4.7, the adoption agency; 13.2.4.3).</summary>
internal sealed class Misnesting(TreeConstructor page)
{
    private const int OuterSteps = 8, InnerSteps = 3;

    private OpenElements Open => page.Open;

    private FormattingElements Formatting => page.Formatting;

    /// <summary>Opens again the formatting elements that a block's end closed.</summary>
    public void Reopen()
    {
        var last = Formatting.Count - 1;
        if (last < 0 || IsOpen(last)) return;
        var first = last;
        while (first > 0 && !IsOpen(first - 1)) first--;
        for (var i = first; i <= last && Open.Count < OpenElements.Deepest; i++)
        {
            var copy = Copy(Formatting[i]);
            page.Place(copy);
            Open.Push(copy);
            Formatting[i] = copy;
        }
    }

    private bool IsOpen(int entry) => Formatting.IsMarker(entry) || Open.IndexOf(Formatting[entry]) >= 0;

    /// <summary>The end tag of a formatting element, wherever it stands.</summary>
    public void End(Tag tag)
    {
        if (Open.CurrentTag == tag && Formatting.IndexOf(Open.Current) < 0)
        {
            Open.Pop();
            return;
        }
        for (var step = 0; step < OuterSteps; step++)
        {
            var entry = Formatting.LastOf(tag);
            if (entry < 0)
            {
                if (step == 0) EndAny(tag);
                return;
            }
            if (!EndOnce(entry)) return;
        }
    }

    private bool EndOnce(int entry)
    {
        var element = Formatting[entry];
        var place = Open.IndexOf(element);
        if (place < 0)
        {
            Formatting.RemoveAt(entry);
            return false;
        }
        if (!IsInScope(place)) return false;
        var block = place + 1;
        while (block < Open.Count && !Open.TagAt(block).Is(Traits.Special)) block++;
        if (block == Open.Count)
        {
            Open.PopTo(place);
            Formatting.RemoveAt(entry);
            return false;
        }
        Cross(element, place, block);
        return true;
    }

    private bool IsInScope(int place)
    {
        for (var i = Open.Count - 1; i > place; i--)
            if (Open.TagAt(i).Is(Traits.Scope)) return false;
        return true;
    }

    /// <summary>The element ends before the block that began in it, and a copy of it goes on within the block.</summary>
    private void Cross(int element, int place, int blockPlace)
    {
        var (block, ancestor) = (Open[blockPlace], Open[place - 1]);
        var bookmark = Formatting.IndexOf(element);
        var last = block;
        for (var (i, step) = (blockPlace - 1, 1); i > place; i--, step++)
        {
            var entry = Formatting.IndexOf(Open[i]);
            if (step > InnerSteps && entry >= 0)
            {
                Formatting.RemoveAt(entry);
                if (entry < bookmark) bookmark--;
                entry = -1;
            }
            if (entry < 0)
            {
                Open.RemoveAt(i);
                continue;
            }
            var copy = Copy(Open[i]);
            Formatting[entry] = copy;
            Open.Replace(i, copy);
            if (last == block) bookmark = entry + 1;
            page.Tree.Remove(last);
            page.Tree.Insert(last, copy);
            last = copy;
        }
        page.Tree.Remove(last);
        Foster(last, ancestor);
        Continue(element, block, bookmark);
    }

    // Whatever the mode, a table takes no other content than its own.
    private void Foster(int node, int ancestor)
    {
        var fostering = page.Fostering;
        page.Fostering = true;
        page.Place(node, ancestor);
        page.Fostering = fostering;
    }

    private void Continue(int element, int block, int bookmark)
    {
        var copy = Copy(element);
        page.Tree.MoveChildren(block, copy);
        page.Tree.Insert(copy, block);
        var entry = Formatting.IndexOf(element);
        Formatting.RemoveAt(entry);
        Formatting.InsertAt(entry < bookmark ? bookmark - 1 : bookmark, copy);
        Open.RemoveAt(Open.IndexOf(element));
        Open.InsertAt(Open.IndexOf(block) + 1, copy);
    }

    /// <summary>Any other end tag: ends the innermost open element of its name, unless a block stands between.</summary>
    public void EndAny(Tag tag)
    {
        if (!Open.Has(tag)) return;
        for (var i = Open.Count - 1; i > 1; i--)
        {
            if (Open.TagAt(i) == tag && (tag != Tag.Unknown || HasName(Open[i])))
            {
                Open.PopTo(i);
                return;
            }
            if (Open.TagAt(i).Is(Traits.Special)) return;
        }
    }

    private bool HasName(int node) => page.Tree.Raw(node).Equals(page.Tokens.Text, StringComparison.OrdinalIgnoreCase);

    private int Copy(int node)
    {
        var original = page.Tree[node];
        return page.Tree.Add(original.Tag, original.Start, original.Length, original.FirstAttribute, original.Attributes);
    }
}
