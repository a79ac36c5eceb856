using System.Reflection;

namespace Readout.Exports;

/// <summary>Versions that stand in exports.</summary>
public static class Versions
{
    /// <summary>Of the program, such as <c>0.1.0</c>, without the commit.</summary>
    public static string Program { get; } = (typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
