using System.Runtime.Versioning;
using Xunit.Sdk;
using Xunit.v3;

// Mounts, traced processes and kill instants do not mix with neighbours.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: SupportedOSPlatform("linux")]
