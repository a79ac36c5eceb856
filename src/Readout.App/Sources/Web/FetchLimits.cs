namespace Readout.App.Sources.Web;

/// <summary>How patient and how polite fetching is.</summary>
internal sealed record FetchLimits
{
    /// <summary>For one request with its body.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    public int Attempts { get; init; } = 3;

    public int Redirects { get; init; } = 10;
}
