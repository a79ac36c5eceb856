namespace Readout.Pages.Html;

/// <summary>Tags and text in tables and selections (13.2.6.4.9 to 13.2.6.4.17).</summary>
internal sealed class TableRules(TreeConstructor page, BodyRules body)
{
    private OpenElements Open => page.Open;

    private Tokenizer Tokens => page.Tokens;

    private bool Starts => Tokens.Kind == TokenKind.StartTag;

    private bool Ends => Tokens.Kind == TokenKind.EndTag;

    public void Process(InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.Table:
                InTable();
                break;
            case InsertionMode.TableBody:
                InTableBody();
                break;
            case InsertionMode.Row:
                InRow();
                break;
            case InsertionMode.Cell:
                InCell();
                break;
            case InsertionMode.Caption:
                InCaption();
                break;
            case InsertionMode.ColumnGroup:
                InColumnGroup();
                break;
            case InsertionMode.Select:
                InSelect();
                break;
        }
    }

    private void InTable()
    {
        if (Starts && StartInTable(Tokens.Tag) || Ends && EndInTable(Tokens.Tag)) return;
        if (Tokens.Kind == TokenKind.Text && Open.CurrentTag.Is(Traits.Foster) && Tokens.Text.IsWhiteSpace())
        {
            page.InsertText();
            return;
        }
        page.Fostering = true;
        body.Process();
        page.Fostering = false;
    }

    private bool StartInTable(Tag tag)
    {
        switch (tag)
        {
            case Tag.Caption:
                Clear(Tag.Table, Tag.Table, Tag.Table);
                page.Formatting.Mark();
                page.Insert();
                page.Mode = InsertionMode.Caption;
                return true;
            case Tag.Colgroup:
                Enter(InsertionMode.ColumnGroup, Tag.Table, Tag.Table, Tag.Table);
                return true;
            case Tag.Col:
                Imply(Tag.Colgroup, InsertionMode.ColumnGroup, Tag.Table, Tag.Table, Tag.Table);
                return true;
            case Tag.Tbody or Tag.Thead or Tag.Tfoot:
                Enter(InsertionMode.TableBody, Tag.Table, Tag.Table, Tag.Table);
                return true;
            case Tag.Td or Tag.Th or Tag.Tr:
                Imply(Tag.Tbody, InsertionMode.TableBody, Tag.Table, Tag.Table, Tag.Table);
                return true;
            case Tag.Table:
                // A table in a table's margin ends it.
                if (EndTable()) page.Process();
                return true;
            case Tag.Style or Tag.Script or Tag.Template:
                page.InsertHeadElement(Open.Current);
                return true;
            case Tag.Input when page.Tree.HasAttribute(Tokens.FirstAttribute, Attr.Type):
                page.InsertVoid();
                return true;
            case Tag.Form:
                if (page.Form < 0) page.Form = page.InsertVoid();
                return true;
            default:
                return false;
        }
    }

    private bool EndInTable(Tag tag)
    {
        if (tag == Tag.Table) EndTable();
        return tag is Tag.Table or Tag.Body or Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Html or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr;
    }

    private bool EndTable()
    {
        if (Open.LastInScope(Tag.Table, Traits.TableScope) is not (> 1 and var table)) return false;
        Open.PopTo(table);
        Reset();
        return true;
    }

    private void InTableBody()
    {
        var tag = Tokens.Tag;
        if (Starts && tag == Tag.Tr) Enter(InsertionMode.Row, Tag.Tbody, Tag.Thead, Tag.Tfoot);
        else if (Starts && tag is Tag.Td or Tag.Th) Imply(Tag.Tr, InsertionMode.Row, Tag.Tbody, Tag.Thead, Tag.Tfoot);
        else if (Ends && tag is Tag.Tbody or Tag.Tfoot or Tag.Thead)
        {
            if (Open.LastInScope(tag, Traits.TableScope) >= 0) LeaveBody();
        }
        else if (Starts && tag is Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Tfoot or Tag.Thead || Ends && tag == Tag.Table)
        {
            LeaveBody();
            page.Process();
        }
        else InTable();
    }

    private void LeaveBody()
    {
        Clear(Tag.Tbody, Tag.Thead, Tag.Tfoot);
        if (Open.Count > 2) Open.Pop();
        page.Mode = InsertionMode.Table;
    }

    private void InRow()
    {
        var tag = Tokens.Tag;
        if (Starts && tag is Tag.Td or Tag.Th)
        {
            Enter(InsertionMode.Cell, Tag.Tr, Tag.Tr, Tag.Tr);
            page.Formatting.Mark();
        }
        else if (Ends && tag == Tag.Tr) LeaveRow();
        else if (Starts && tag is Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Tfoot or Tag.Thead or Tag.Tr || Ends && tag == Tag.Table
            || Ends && tag is Tag.Tbody or Tag.Tfoot or Tag.Thead && Open.InScope(tag, Traits.TableScope))
        {
            LeaveRow();
            page.Process();
        }
        else InTable();
    }

    private void LeaveRow()
    {
        Clear(Tag.Tr, Tag.Tr, Tag.Tr);
        if (Open.Count > 2) Open.Pop();
        page.Mode = InsertionMode.TableBody;
    }

    private void InCell()
    {
        var tag = Tokens.Tag;
        if (Ends && tag is Tag.Td or Tag.Th)
        {
            if (Open.InScope(tag, Traits.TableScope)) LeaveCell();
        }
        else if (Starts && tag is Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr
            || Ends && tag is Tag.Table or Tag.Tbody or Tag.Tfoot or Tag.Thead or Tag.Tr && Open.InScope(tag, Traits.TableScope))
        {
            LeaveCell();
            page.Process();
        }
        else if (!Ends || tag is not (Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Table or Tag.Tbody or Tag.Tfoot or Tag.Thead or Tag.Tr)) body.Process();
    }

    private void LeaveCell()
    {
        var cell = Math.Max(Open.LastInScope(Tag.Td, Traits.TableScope), Open.LastInScope(Tag.Th, Traits.TableScope));
        if (cell > 1) Open.PopTo(cell);
        page.Formatting.ClearToMarker();
        page.Mode = InsertionMode.Row;
    }

    private void InCaption()
    {
        var tag = Tokens.Tag;
        if (Ends && tag == Tag.Caption) LeaveCaption();
        else if (Starts && tag is Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr || Ends && tag == Tag.Table)
        {
            LeaveCaption();
            page.Process();
        }
        else if (!Ends || tag is not (Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr)) body.Process();
    }

    private void LeaveCaption()
    {
        if (Open.LastInScope(Tag.Caption, Traits.TableScope) is > 1 and var caption) Open.PopTo(caption);
        page.Formatting.ClearToMarker();
        page.Mode = InsertionMode.Table;
    }

    private void InColumnGroup()
    {
        if (Tokens.Kind == TokenKind.Text && Tokens.Text.IsWhiteSpace() || Ends && Tokens.Tag == Tag.Col) return;
        if (Starts && Tokens.Tag == Tag.Col)
        {
            page.InsertVoid();
            return;
        }
        if (Open.CurrentTag == Tag.Colgroup) Open.Pop();
        page.Mode = InsertionMode.Table;
        if (!Ends || Tokens.Tag != Tag.Colgroup) page.Process();
    }

    // Nobody reads what can be selected: only its end is sought.
    private void InSelect()
    {
        var tag = Tokens.Tag;
        if (Tokens.Kind == TokenKind.Text) return;
        var table = tag is Tag.Caption or Tag.Table or Tag.Tbody or Tag.Tfoot or Tag.Thead or Tag.Tr or Tag.Td or Tag.Th && Open.Has(Tag.Table);
        if (Starts && tag is Tag.Script or Tag.Style or Tag.Template) page.InsertHeadElement(Open.Current);
        else if (tag == Tag.Select || table || Starts && tag is Tag.Input or Tag.Textarea or Tag.Keygen) LeaveSelect(again: tag != Tag.Select);
        else if (Starts) page.Tree.ForgetAttributes(Tokens.FirstAttribute);
    }

    private void LeaveSelect(bool again)
    {
        if (Open.LastOf(Tag.Select) is > 1 and var select) Open.PopTo(select);
        Reset();
        if (again) page.Process();
    }

    /// <summary>Ends what is open within the nearest of the elements.</summary>
    private void Clear(Tag one, Tag two, Tag three)
    {
        while (Open.Count > 2 && Open.CurrentTag != one && Open.CurrentTag != two && Open.CurrentTag != three && Open.CurrentTag != Tag.Template) Open.Pop();
    }

    private void Enter(InsertionMode mode, Tag one, Tag two, Tag three)
    {
        Clear(one, two, three);
        page.Insert();
        page.Mode = mode;
    }

    private void Imply(Tag tag, InsertionMode mode, Tag one, Tag two, Tag three)
    {
        Clear(one, two, three);
        page.Insert(tag);
        page.Mode = mode;
        page.Process();
    }

    /// <summary>The mode by what is open (13.2.4.1).</summary>
    private void Reset()
    {
        page.Mode = InsertionMode.Body;
        for (var i = Open.Count - 1; i > 1; i--)
        {
            InsertionMode? mode = Open.TagAt(i) switch
            {
                Tag.Td or Tag.Th => InsertionMode.Cell,
                Tag.Tr => InsertionMode.Row,
                Tag.Tbody or Tag.Thead or Tag.Tfoot => InsertionMode.TableBody,
                Tag.Caption => InsertionMode.Caption,
                Tag.Colgroup => InsertionMode.ColumnGroup,
                Tag.Table => InsertionMode.Table,
                Tag.Template => InsertionMode.Body,
                _ => null,
            };
            if (mode is null) continue;
            page.Mode = mode.Value;
            return;
        }
    }
}
