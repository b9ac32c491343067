import type { DatabaseAddress, TestCluster } from '@act/local-stack/testing';
import { connect, startStack, type TestStack, templateDatabase } from '@act/local-stack/testing';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';
import { seedWorld } from './seed.ts';
import { openSession, type Session } from './session.ts';

/** One database with everything in it, and the ways to try things on it. */
export interface World extends AsyncDisposable {
  catalogue: Catalogue;
  /** Tries things of which nothing stays. */
  session: Session;
  /** A copy of the database for what must be committed, gone at the end of the block. */
  copy(): Promise<DatabaseCopy>;
  /** A copy with Supabase's HTTP interfaces in front, gone with the world. */
  stack(): Promise<TestStack>;
}

interface DatabaseCopy extends AsyncDisposable {
  database: DatabaseAddress;
}

/** A seeded database that worlds are copied from. */
export interface Template extends AsyncDisposable {
  name: string;
  cluster: TestCluster;
}

let counter = 0;
const newName = () => {
  counter += 1;
  return `isolation_${process.pid}_${counter}`;
};

/** A fresh database from the migrations, filled with the people, brands and rows of the proof. */
export async function createTemplate(cluster: TestCluster): Promise<Template> {
  const copy = await copyDatabase(cluster, templateDatabase);
  {
    await using client = await connect(copy.database);
    await seedWorld(client);
  }
  return closeTemplate(cluster, copy);
}

/** Somebody who is connected to a database keeps it from being copied. */
async function closeTemplate(cluster: TestCluster, copy: DatabaseCopy): Promise<Template> {
  const name = copy.database.database;
  await using server = await connect(cluster.superuser);
  await server.query(`alter database ${name} allow_connections false`);
  return { name, cluster, [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose]() };
}

/** @param mutation planted before anybody looks */
export async function openWorld(template: Template, mutation = ''): Promise<World> {
  await using cleanup = new AsyncDisposableStack();
  const { cluster } = template;
  // Worlds of the clean schema are all copied from the template itself.
  const source = mutation === '' ? template : cleanup.use(await mutate(template, mutation));
  const { database } = cleanup.use(await copyDatabase(cluster, source.name));
  const catalogue = await readFrom(database);
  const session = cleanup.use(await openSession(database, catalogue));
  let stack: Promise<TestStack> | null = null;
  const owned = cleanup.move();
  return {
    catalogue,
    session,
    copy: () => copyDatabase(cluster, source.name),
    stack: () => {
      stack ??= startStack({ cluster, template: source.name }).then((started) => owned.use(started));
      return stack;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function mutate(template: Template, mutation: string): Promise<Template> {
  const copy = await copyDatabase(template.cluster, template.name);
  {
    await using client = await connect(copy.database);
    await client.query(mutation);
  }
  return closeTemplate(template.cluster, copy);
}

async function readFrom(database: DatabaseAddress): Promise<Catalogue> {
  await using client = await connect(database);
  return await readCatalogue(client);
}

async function copyDatabase({ superuser }: TestCluster, template: string): Promise<DatabaseCopy> {
  const database = newName();
  const run = async (sql: string) => {
    await using client = await connect(superuser);
    await client.query(sql);
  };
  await run(`create database ${database} template ${template} strategy wal_log`);
  return {
    database: { ...superuser, database },
    [Symbol.asyncDispose]: () => run(`drop database if exists ${database} with (force)`),
  };
}
