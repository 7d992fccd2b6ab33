import { defineConfig } from '@playwright/test'
import walks from './playwright.config.ts'

/** The pictures of docs/screens are taken as the walks are walked, and with their patience. */
export default defineConfig({ ...walks, testMatch: 'screens.ts', timeout: 3_600_000 })
