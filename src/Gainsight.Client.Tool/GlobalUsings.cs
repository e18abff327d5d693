// System.Threading.Lock is new in .NET 9. On .NET 8 a plain object does the same, a little slower.
#if NET9_0_OR_GREATER
global using Lock = System.Threading.Lock;
#else
global using Lock = System.Object;
#endif
