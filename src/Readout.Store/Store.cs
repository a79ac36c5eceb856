namespace Readout.Store;

/// <summary>Where readings are kept.</summary>
public sealed record StoreLocation(string Path);
