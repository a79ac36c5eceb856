namespace Readout.Pages.Html;

/// <summary>Tags and text in the body (13.2.6.4.7).</summary>
internal sealed class BodyRules(TreeConstructor page)
{
    private readonly Misnesting misnesting = new(page);

    private OpenElements Open => page.Open;

    private Tokenizer Tokens => page.Tokens;

    public void Process()
    {
        switch (Tokens.Kind)
        {
            case TokenKind.Text:
                misnesting.Reopen();
                page.InsertText();
                break;
            case TokenKind.StartTag:
                Start(Tokens.Tag);
                break;
            case TokenKind.EndTag:
                End(Tokens.Tag);
                break;
        }
    }

    private void Start(Tag tag)
    {
        if (tag.Is(Traits.Head) && tag != Tag.Noscript) StartHeadElement(tag);
        else if (tag.Is(Traits.Flow)) StartFlow();
        else if (tag.Is(Traits.Formatting)) StartFormatting(tag);
        else StartOther(tag);
    }

    private void StartHeadElement(Tag tag)
    {
        // The template of a shadow root is shown in its host's place.
        if (tag == Tag.Template && page.Tree.HasAttribute(Tokens.FirstAttribute, Attr.Shadowrootmode)) page.Insert();
        else page.InsertHeadElement(Open.Current);
    }

    private void StartFlow()
    {
        page.CloseParagraph();
        page.Insert();
    }

    private void StartFormatting(Tag tag)
    {
        if (tag == Tag.A && page.Formatting.LastOf(Tag.A) is >= 0 and var index) EndLink(page.Formatting[index]);
        misnesting.Reopen();
        if (tag == Tag.Nobr && Open.InScope(Tag.Nobr))
        {
            misnesting.End(Tag.Nobr);
            misnesting.Reopen();
        }
        if (page.Insert() is >= 0 and var node) page.Formatting.Add(node);
    }

    private void EndLink(int link)
    {
        misnesting.End(Tag.A);
        page.Formatting.Remove(link);
        if (Open.IndexOf(link) is >= 0 and var open) Open.RemoveAt(open);
    }

    private void StartOther(Tag tag)
    {
        switch (tag)
        {
            case Tag.P or Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6:
                page.CloseParagraph();
                if (tag != Tag.P && Open.CurrentTag.HeadingLevel() > 0) Open.Pop();
                page.Insert();
                break;
            case Tag.Li:
                StartItem(Tag.Li, Tag.Li);
                break;
            case Tag.Dd or Tag.Dt:
                StartItem(Tag.Dd, Tag.Dt);
                break;
            case Tag.Form:
                StartForm();
                break;
            case Tag.Table:
                StartTable();
                break;
            case Tag.Hr:
                page.CloseParagraph();
                page.InsertVoid();
                break;
            case Tag.Button:
                if (Open.InScope(Tag.Button)) Open.PopUntil(Tag.Button);
                misnesting.Reopen();
                page.Insert();
                break;
            case Tag.Option or Tag.Optgroup:
                if (Open.CurrentTag == Tag.Option) Open.Pop();
                misnesting.Reopen();
                page.Insert();
                break;
            case Tag.Rb or Tag.Rtc or Tag.Rp or Tag.Rt:
                if (Open.InScope(Tag.Ruby)) Open.EndImplied(tag is Tag.Rp or Tag.Rt ? Tag.Rtc : Tag.Text);
                page.Insert();
                break;
            case Tag.Html:
                page.Adopt(MarkupTree.Html);
                break;
            case Tag.Body:
                page.Adopt(page.Tree.Body);
                break;
            case Tag.Head or Tag.Frame or Tag.Frameset or Tag.Caption or Tag.Col or Tag.Colgroup or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr:
                page.Tree.ForgetAttributes(Tokens.FirstAttribute);
                break;
            default:
                StartPhrase(tag);
                break;
        }
    }

    /// <summary>What stands within a line, and what the standard has no rule for.</summary>
    private void StartPhrase(Tag tag)
    {
        if (tag is Tag.Plaintext or Tag.Xmp) page.CloseParagraph();
        misnesting.Reopen();
        if (tag.Is(Traits.Void) || tag == Tag.Image) page.InsertVoid();
        else if (tag == Tag.Xmp) StartExample();
        else if (tag is Tag.Textarea or Tag.Iframe or Tag.Noembed or Tag.Noscript) page.InsertRaw(page.InsertVoid(), tag);
        else if (tag == Tag.Svg) StartDrawing();
        else if (Tokens.SelfClosing && Open.Has(Tag.Math)) page.InsertVoid();
        else if (page.Insert() >= 0) StartContent(tag);
    }

    // Markup shown as it is.
    private void StartExample()
    {
        var node = page.InsertVoid();
        if (Tokens.SkipRaw(Tag.Xmp, out var start, out var length)) page.Tree.Insert(page.Tree.Add(Tag.Text, start, length, 0, 0), node);
    }

    private void StartContent(Tag tag)
    {
        if (tag is Tag.Applet or Tag.Marquee or Tag.Object) page.Formatting.Mark();
        else if (tag == Tag.Select) page.Mode = InsertionMode.Select;
    }

    private void StartItem(Tag one, Tag other)
    {
        for (var i = Open.Count - 1; i > 1; i--)
        {
            var tag = Open.TagAt(i);
            if (tag == one || tag == other)
            {
                Open.PopTo(i);
                break;
            }
            if (tag.Is(Traits.Special) && tag is not (Tag.Address or Tag.Div or Tag.P)) break;
        }
        page.CloseParagraph();
        page.Insert();
    }

    private void StartForm()
    {
        if (page.Form >= 0)
        {
            page.Tree.ForgetAttributes(Tokens.FirstAttribute);
            return;
        }
        page.CloseParagraph();
        page.Form = page.Insert();
    }

    private void StartTable()
    {
        if (page.Standards) page.CloseParagraph();
        // Its sections, rows and cells need room on the stack.
        if (Open.Count > OpenElements.Deepest - 8) Open.LeaveOut(Tag.Table);
        else
        {
            page.Insert();
            page.Mode = InsertionMode.Table;
        }
    }

    /// <summary>Nobody reads drawings: all that one holds is passed over, up to what cannot stand in it.</summary>
    private void StartDrawing()
    {
        page.InsertVoid();
        if (Tokens.SelfClosing) return;
        var drawing = new Drawing();
        var kept = page.Tree.AttributeCount;
        while (Tokens.Next() != TokenKind.End)
        {
            switch (drawing.Take(Tokens, Open))
            {
                case DrawingStep.Inside:
                    page.Tree.ForgetAttributes(kept);
                    break;
                case DrawingStep.End:
                    return;
                case DrawingStep.Outside:
                    page.Process();
                    return;
            }
        }
    }

    private void End(Tag tag)
    {
        if (tag.Is(Traits.Formatting)) misnesting.End(tag);
        else if (tag.Is(Traits.Flow) || tag == Tag.Button) EndFlow(tag);
        else EndOther(tag);
    }

    private void EndFlow(Tag tag)
    {
        if (Open.LastInScope(tag) is > 1 and var place) Open.PopTo(place);
    }

    private void EndOther(Tag tag)
    {
        switch (tag)
        {
            case Tag.Body or Tag.Html or Tag.Head or Tag.Template:
                if (tag == Tag.Template && Open.LastOf(Tag.Template) is > 1 and var shadow) Open.PopTo(shadow);
                break;
            case Tag.P:
                if (!Open.InScope(Tag.P, Traits.ButtonScope)) page.Insert(Tag.P);
                page.CloseParagraph();
                break;
            case Tag.Li:
                if (Open.LastInScope(Tag.Li, Traits.ListScope) is > 1 and var item) Open.PopTo(item);
                break;
            case Tag.Dd or Tag.Dt:
                EndFlow(tag);
                break;
            case Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6:
                EndHeading();
                break;
            case Tag.Form:
                EndForm();
                break;
            case Tag.Applet or Tag.Marquee or Tag.Object:
                if (Open.LastInScope(tag) is not (> 1 and var box)) break;
                Open.PopTo(box);
                page.Formatting.ClearToMarker();
                break;
            case Tag.Br:
                misnesting.Reopen();
                page.Place(page.Tree.Add(Tag.Br, 0, 0, 0, 0));
                break;
            default:
                misnesting.EndAny(tag);
                break;
        }
    }

    private void EndHeading()
    {
        for (var i = Open.Count - 1; i > 1; i--)
        {
            if (Open.TagAt(i).HeadingLevel() > 0)
            {
                Open.PopTo(i);
                return;
            }
            if (Open.TagAt(i).Is(Traits.Scope)) return;
        }
    }

    // A form may end in the middle of an element that began in it.
    private void EndForm()
    {
        var form = page.Form;
        page.Form = -1;
        if (form < 0 || Open.IndexOf(form) is not (> 1 and var place) || Open.LastInScope(Tag.Form) < 0) return;
        Open.EndImplied();
        place = Math.Min(place, Open.IndexOf(form));
        if (place > 1) Open.RemoveAt(place);
    }
}
