namespace Readout.Tests.Store;

// One suite, two databases: whatever one answers, the other answers, too.

public sealed class SqliteAddingTests() : AddingTests(StoreKind.Sqlite);

public sealed class PostgresAddingTests() : AddingTests(StoreKind.Postgres);

public sealed class SqliteActTests() : ActTests(StoreKind.Sqlite);

public sealed class PostgresActTests() : ActTests(StoreKind.Postgres);

public sealed class SqliteCorrectionTests() : CorrectionTests(StoreKind.Sqlite);

public sealed class PostgresCorrectionTests() : CorrectionTests(StoreKind.Postgres);

public sealed class SqliteLedgerTests() : LedgerTests(StoreKind.Sqlite);

public sealed class PostgresLedgerTests() : LedgerTests(StoreKind.Postgres);

public sealed class SqliteWordingTests() : WordingTests(StoreKind.Sqlite);

public sealed class PostgresWordingTests() : WordingTests(StoreKind.Postgres);

public sealed class SqliteAskingTests() : AskingTests(StoreKind.Sqlite);

public sealed class PostgresAskingTests() : AskingTests(StoreKind.Postgres);

public sealed class SqliteWatchLookTests() : WatchLookTests(StoreKind.Sqlite);

public sealed class PostgresWatchLookTests() : WatchLookTests(StoreKind.Postgres);
