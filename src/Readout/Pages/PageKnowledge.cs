using Readout.Loading;

namespace Readout.Pages;

/// <summary>What the page reader knows: names of chrome, month names.</summary>
public sealed class PageKnowledge(KnowledgeFolder folder)
{
    public PageNames Names { get; } = new(folder);

    public Months Months { get; } = new(folder.Table("pages/months.tsv"));
}
