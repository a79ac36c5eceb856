namespace Readout.Store.Queues;

/// <summary>A page on its way to a worker.</summary>
/// <param name="Message">Names it, whoever delivers it how often.</param>
/// <param name="Body">The page, packed.</param>
public sealed record Job(string Message, byte[] Body);

/// <summary>What a worker made of a job: a reading, or why there is none.</summary>
public sealed record JobResult(Job Job, Reading? Reading, string? Problem);
